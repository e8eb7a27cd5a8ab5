import { type Command, Option } from "commander";
import { demonstrationAccountForms } from "../identity/demonstration-accounts.js";

/** Adds the option that says which hub is asked. */
export const withUrl = (command: Command): Command =>
  command.option(
    "--url <adresse>",
    "adresse du carrefour, si ce n'est pas celui d'ici · address of the hub, if not the one here",
  );

/** Adds the trial account that asks. */
export const withTrialAccount = (command: Command): Command =>
  command.addOption(
    new Option("--as <compte>", `compte d'essai · trial account: ${demonstrationAccountForms}`).conflicts([
      "token",
      "client",
    ]),
  );

/** Adds the program that asks, by its private key; `--key` is short for it unless the command has a key of its own. */
export const withClient = (command: Command, keyFlags = "--key, --client-key <fichier.pem>"): Command =>
  command
    .addOption(
      new Option(
        "--client <id>",
        "programme, qui prouve qui il est par sa clé ; sinon CARREFOUR_CLIENT · program, which proves itself by its key; else CARREFOUR_CLIENT",
      ).conflicts("token"),
    )
    .option(
      keyFlags,
      "clé privée du programme, RSA ou P-384 ; sinon CARREFOUR_KEY_FILE · private key of the program, RSA or P-384; else CARREFOUR_KEY_FILE",
    )
    .option(
      "--scope <portées>",
      "portées que le programme demande, si son émetteur veut qu'il les dise · scopes that the program asks for, if its issuer wants it to say them",
    );

/** Adds the options that say which hub is asked, and by whom; without any, who is logged in asks. */
export const withAccess = (command: Command, keyFlags?: string): Command =>
  withClient(
    withTrialAccount(
      withUrl(command).option(
        "--token <jeton>",
        "jeton d'accès ; sinon CARREFOUR_TOKEN, sinon votre session · access token; else CARREFOUR_TOKEN, else your session",
      ),
    ),
    keyFlags,
  );
