import type { Command } from "commander";
import type { Access } from "./access/access.js";
import { withLanguage } from "./language.js";
import { withClient, withTrialAccount, withUrl } from "./with-access.js";

/** `carrefour token`: prints an access token: of a trial account, of a program, or of who is logged in. */
export const addTokenCommand = (program: Command): Command =>
  withClient(withTrialAccount(withUrl(withLanguage(program.command("token")))))
    .description(
      "imprime un jeton d'accès (300 s) : d'un compte d'essai, d'un programme, sinon de votre session · prints an access token (300 s): of a trial account, of a program, else of your session",
    )
    .action(async (options: Access) => {
      const [{ readTerminalConfig }, { hubAddress }, { tokensOf }] = await Promise.all([
        import("../config.js"),
        import("./hub-address.js"),
        import("./access/access.js"),
      ]);
      const config = readTerminalConfig();
      const tokens = await tokensOf(options, await hubAddress(options.url, config), config);
      console.log(await tokens());
    });
