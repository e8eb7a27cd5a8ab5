import { readHubAddress } from "../../subgraphs/offline.js";
import type { TerminalConfig } from "../config.js";
import { type HubClient, hubClient, type TokenSource } from "../sdk/client.js";
import { UsageError } from "./exit-code.js";
import { fetchToken } from "./token.js";

/** Who asks which hub, as options of a command. */
export interface Access {
  readonly url?: string;
  readonly token?: string;
  /** A demonstration account. */
  readonly as?: string;
}

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

/** True when a command was told who asks. */
export const saysWho = ({ token, as }: Access, config: Pick<TerminalConfig, "token">): boolean =>
  [token, as, config.token].some((told) => Boolean(told?.trim()));

/** Opens the hub for a caller: `--token`, else a trial token for `--as`, else CARREFOUR_TOKEN. */
export async function openHub(access: Access, config: TerminalConfig): Promise<HubClient> {
  const { url, token, as } = access;
  const address = await hubAddress(url, config);
  if (!saysWho(access, config))
    throw new UsageError({
      fr: "Dites qui vous êtes : --token <jeton>, la variable CARREFOUR_TOKEN, ou --as establishment:<code> pour un essai.",
      en: "Say who you are: --token <token>, the variable CARREFOUR_TOKEN, or --as establishment:<code> for a trial.",
    });
  const shown = token ?? (as === undefined ? config.token : null);
  return hubClient(
    address,
    shown === null ? trialTokens(as ?? "", address, config) : async () => shown.trim(),
  );
}

// A trial token lives 300 s; a file of every office may take longer than one.
const freshMs = 200_000;

function trialTokens(account: string, address: string, config: TerminalConfig): TokenSource {
  let last = { token: "", until: 0 };
  return async () => {
    if (Date.now() >= last.until)
      last = { token: await fetchToken(account, address, config), until: Date.now() + freshMs };
    return last.token;
  };
}
