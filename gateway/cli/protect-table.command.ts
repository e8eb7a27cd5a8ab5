import type { Command } from "commander";
import { withLanguage } from "./language.js";
import type { ProtectTableOptions } from "./protect-table.js";

/** `carrefour protect-table`: what to hide of any table; needs neither a hub nor an account. */
export const addProtectTableCommand = (program: Command): Command =>
  withLanguage(program.command("protect-table"))
    .argument("<fichier>", "tableau, JSON ou CSV · table, JSON or CSV")
    .description(
      "propose les cellules à masquer pour que personne ne calcule les petites (hors ligne) · proposes the cells to hide so that nobody computes the small ones (offline)",
    )
    .option(
      "--hierarchy <fichier>",
      "hiérarchies, si elles ne sont pas dans le tableau · hierarchies, unless in the table",
    )
    .option("--json", "en JSON · as JSON")
    .addHelpText("after", explanations)
    .action(async (file: string, options: ProtectTableOptions) =>
      (await import("./protect-table.js")).protectTableOf(file, options),
    );

const explanations = `
PRIMARY       : la politique masque la cellule, ou le fichier la dit masquée · the policy hides it, or the file does
COMPLEMENTARY : masquée pour qu'on ne puisse pas calculer une autre · hidden so that another one cannot be computed
Coût · Cost   : somme des valeurs des cellules COMPLEMENTARY, au moins 1 chacune · sum of their values, at least 1 each
Formes du fichier · Forms of the file: carrefour audit-table --help

0 : proposé · proposed    1 : une cellule ne peut pas être protégée · a cell cannot be protected    2 : fichier à corriger · file to mend
`;
