import type { Command } from "commander";
import { demonstrationAccountForms } from "../identity/demonstration-accounts.js";
import { withLanguage } from "./language.js";

/** `carrefour token`: prints a trial token. */
export const addTokenCommand = (program: Command): Command =>
  withLanguage(program.command("token"))
    .description("imprime un jeton d'essai (300 s) · prints a trial token (300 s)")
    .requiredOption("--as <compte>", demonstrationAccountForms)
    .option(
      "--url <adresse>",
      "adresse du carrefour, si ce n'est pas celui d'ici · address of the hub, if not the one here",
    )
    .action(async (options: { as: string; url?: string }) => {
      const [{ readTerminalConfig }, { hubAddress }, { fetchToken }] = await Promise.all([
        import("../config.js"),
        import("./hub-address.js"),
        import("./token.js"),
      ]);
      const config = readTerminalConfig();
      console.log(await fetchToken(options.as, await hubAddress(options.url, config), config));
    });
