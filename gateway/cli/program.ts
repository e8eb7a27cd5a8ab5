import { Command } from "commander";
import { StartError } from "../../subgraphs/index.js";
import { demonstrationAccountForms } from "../identity/demonstration-accounts.js";
import { fetchToken } from "./token.js";

// 0 done, 1 refused, 2 usage, 3 network or server.
const usage = 2;
const network = 3;

const program = new Command("carrefour")
  .description("Le carrefour, depuis un terminal · The hub, from a terminal")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : usage));

program
  .command("token")
  .description("imprime un jeton d'essai (300 s) · prints a trial token (300 s)")
  .requiredOption("--as <compte>", demonstrationAccountForms)
  .option(
    "--url <adresse>",
    "adresse du carrefour, si ce n'est pas celui d'ici · address of the hub, if not the one here",
  )
  .action(async (options: { as: string; url?: string }) => {
    console.log(await fetchToken(options.as, options.url));
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : String(error));
  process.exit(error instanceof StartError && error.code === "UNKNOWN_ACCOUNT" ? usage : network);
});
