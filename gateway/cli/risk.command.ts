import type { Command } from "commander";
import { withLanguage } from "./language.js";
import type { RiskOptions } from "./risk.js";

/** `carrefour risk`: the risk of re-identification of any CSV; needs neither a hub nor an account. */
export const addRiskCommand = (program: Command): Command =>
  withLanguage(program.command("risk"))
    .argument("<fichier>", "CSV, une fiche par ligne · CSV, one record a row")
    .description(
      "mesure le risque de ré-identification d'un fichier (hors ligne, sans compte) · measures the risk of re-identification of a file (offline, no account)",
    )
    .requiredOption(
      "--keys <colonnes>",
      "clés, séparées par des virgules : ce par quoi on reconnaît quelqu'un · keys, comma-separated: what one is recognised by",
    )
    .option("--sensitive <colonnes>", "colonnes sensibles : l et t · sensitive columns: l and t")
    .option("--weights <colonne>", "poids de sondage · sampling weights")
    .option("--json", "en JSON · as JSON")
    .action(async (file: string, options: RiskOptions) => (await import("./risk.js")).risk(file, options));
