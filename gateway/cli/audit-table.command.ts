import type { Command } from "commander";
import type { AuditTableOptions } from "./audit-table.js";
import { withLanguage } from "./language.js";

/** `carrefour audit-table`: what readers can compute of the suppressed cells of a table, made here or elsewhere. */
export const addAuditTableCommand = (program: Command): Command =>
  withLanguage(program.command("audit-table"))
    .argument("<fichier>", "table JSON ou CSV · JSON or CSV table")
    .description(
      "calcule ce qu'on peut déduire de chaque cellule masquée (hors ligne) · computes what can be deduced of each suppressed cell (offline)",
    )
    .option("--hierarchy <fichier>", "hiérarchies, si elles sont à part · hierarchies, when they are apart")
    .option("--json", "en JSON · as JSON")
    .addHelpText("after", formsOfTable)
    .action(async (file: string, options: AuditTableOptions) =>
      (await import("./audit-table.js")).auditTableFile(file, options),
    );

/** The forms of a table's file, for the help of the commands that read one. */
export const formsOfTable = `
JSON : { "dimensions": { "region": { "QC": ["R1", "R2"] }, "sexe": {} },
         "cells": [ { "at": { "region": "R1", "sexe": "F" }, "value": 30, "suppressed": true,
                      "contributors": [11, 9] }, … ],
         "policy": { "threshold": 5, "width": 5, "dominancePercent": 15, "totalsExempt": false } }
  Un parent est la somme de ses enfants ; un code peut avoir plusieurs parents. Une cellule qui n'est pas
  donnée est calculée de ses enfants, et publiée. Sans policy : la politique du carrefour.
  A parent is the sum of its children; a code may have several parents. A cell that is not given is computed
  from its children, and published. Without policy: the hub's.
CSV  : region,sexe,value,suppressed,contributors     (11|9 : contributeurs, facultatif · contributors, optional)
--hierarchy : CSV dimension,parent,child · JSON { "dimensions": …, "policy": … }

0 : sûre · safe    1 : non · unsafe    2 : fichier à corriger · file to mend
`;
