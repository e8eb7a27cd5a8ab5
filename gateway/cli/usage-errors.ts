import type { CommanderError } from "commander";
import type { Words } from "../figures-file/problem.js";

const french: Readonly<Record<string, string>> = {
  "commander.unknownOption": "Option inconnue",
  "commander.unknownCommand": "Commande inconnue",
  "commander.missingArgument": "Il manque un argument",
  "commander.excessArguments": "Trop d'arguments",
  "commander.missingMandatoryOptionValue": "Il manque une option",
  "commander.optionMissingArgument": "Cette option attend une valeur",
  "commander.invalidArgument": "Valeur non permise",
  "commander.conflictingOption": "Ces options ne vont pas ensemble",
};

/** What the parser of the command line complains of, in both languages; null when it only showed its help. */
export function usageWords({ code, message }: CommanderError): Words | null {
  const kind = french[code];
  if (kind === undefined) return null;
  const complaint = message.replace(/^error: /, "");
  const named = [...complaint.matchAll(/'([^']+)'/g)].map(([, name]) => name).join(", ");
  return {
    fr: `${kind}${named === "" ? "" : ` : ${named}`}. Voyez carrefour --help`,
    en: `${complaint}. See carrefour --help`,
  };
}
