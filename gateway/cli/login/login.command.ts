import { type Command, InvalidArgumentError } from "commander";
import { withLanguage } from "../language.js";
import type { LoginOptions } from "./login.js";

/** `carrefour login`: a person logs in through the browser. */
export const addLoginCommand = (program: Command): Command =>
  withLanguage(program.command("login"))
    .description("ouvre une session par votre navigateur · opens a session through your browser")
    .option(
      "--url <adresse>",
      "adresse du carrefour, si ce n'est pas celui d'ici · address of the hub, if not the one here",
    )
    .option(
      "--client <id>",
      "nom de ce programme chez l'émetteur · this program's name at the issuer",
      "carrefour-cli",
    )
    .option(
      "--scope <portées>",
      "portées à demander ; sinon toutes celles que vous avez · scopes to ask for; else all that you have",
    )
    .option("--no-browser", "imprime seulement l'adresse à ouvrir · only prints the address to open")
    .option("--timeout <secondes>", "attente de la connexion · how long to wait for the login", seconds, 300)
    .action(async (options: LoginOptions) => {
      const [{ readTerminalConfig }, { login }] = await Promise.all([
        import("../../config.js"),
        import("./login.js"),
      ]);
      await login(options, readTerminalConfig());
    });

function seconds(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("1 – 9999");
  return Number(text);
}
