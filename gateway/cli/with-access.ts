import { type Command, Option } from "commander";
import { demonstrationAccountForms } from "../identity/demonstration-accounts.js";

/** Adds the options that say which hub is asked, and by whom. */
export const withAccess = (command: Command): Command =>
  command
    .option(
      "--url <adresse>",
      "adresse du carrefour, si ce n'est pas celui d'ici · address of the hub, if not the one here",
    )
    .option("--token <jeton>", "jeton d'accès ; sinon CARREFOUR_TOKEN · access token; else CARREFOUR_TOKEN")
    .addOption(
      new Option("--as <compte>", `compte d'essai · trial account: ${demonstrationAccountForms}`).conflicts(
        "token",
      ),
    );
