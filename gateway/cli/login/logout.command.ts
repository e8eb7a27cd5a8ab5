import type { Command } from "commander";
import { type TerminalLanguage, withLanguage } from "../language.js";

/** `carrefour logout`: ends the session that `carrefour login` opened. */
export const addLogoutCommand = (program: Command): Command =>
  withLanguage(program.command("logout"))
    .description("ferme la session et l'oublie · ends the session and forgets it")
    .action(async ({ lang }: { lang?: TerminalLanguage }) => {
      const [{ readTerminalConfig }, { logout }] = await Promise.all([
        import("../../config.js"),
        import("./logout.js"),
      ]);
      await logout(lang, readTerminalConfig());
    });
