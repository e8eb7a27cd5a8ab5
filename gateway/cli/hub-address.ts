import { readHubAddress } from "../../subgraphs/offline.js";
import type { TerminalConfig } from "../config.js";
import { UsageError } from "./exit-code.js";

/** The address of the hub: as given, else the one that runs here, else the one of the environment. */
export async function hubAddress(
  url: string | undefined,
  { dataDir, publicUrl }: Pick<TerminalConfig, "dataDir" | "publicUrl">,
): Promise<string> {
  const address = url ?? (await readHubAddress(dataDir))?.address ?? publicUrl;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new UsageError({
      fr: `« ${address} » n'est pas l'adresse d'un carrefour ; attendu : https://carrefour.exemple.ca`,
      en: `“${address}” is not the address of a hub; expected: https://carrefour.example.ca`,
    });
  return address.replace(/\/+$/, "");
}
