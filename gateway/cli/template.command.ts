import { type Command, Option } from "commander";
import { UsageError } from "./exit-code.js";
import { withLanguage } from "./language.js";
import { withAccess } from "./with-access.js";
import type { TemplateOptions } from "./template.js";

/** `carrefour template`: the form of a campaign as a file to fill; with an account, filled with last year's values. */
export const addTemplateCommand = (program: Command): Command =>
  withAccess(withLanguage(program.command("template")))
    .description(
      "fichier à remplir : une ligne par question (hors ligne), avec les valeurs de l'an dernier si vous dites qui vous êtes · file to fill: one row a question (offline), with last year's values when you say who you are",
    )
    .option("--campaign <code>", "campagne, 2025-2026 · campaign, 2025-2026")
    .addOption(
      new Option(
        "--roster",
        "registre des partenaires, rempli si vous dites qui vous êtes · roster of partners, filled when you say who you are",
      ).conflicts(["campaign", "establishment", "formOutput"]),
    )
    .option("--establishment <code>", "établissement · establishment")
    .addOption(
      new Option(
        "--format <format>",
        "csv, ou xlsx avec les choix en listes et les codes expliqués · csv, or xlsx with choices as lists and codes explained",
      )
        .choices(["csv", "xlsx"])
        .default("csv"),
    )
    .option("--out <fichier>", "fichier à créer · file to create")
    .option(
      "--form-output <fichier>",
      "écrit aussi le formulaire, pour valider hors ligne · also writes the form, to validate offline",
    )
    .action(async ({ roster, campaign, ...options }: Asked) => {
      if (roster) return (await import("./roster-template.js")).rosterTemplate(options);
      if (campaign === undefined) throw new UsageError(campaignNeeded);
      return (await import("./template.js")).template({ ...options, campaign });
    });

interface Asked extends Omit<TemplateOptions, "campaign"> {
  readonly campaign?: string;
  readonly roster?: true;
}

const campaignNeeded = {
  fr: "Quel modèle ? Ajoutez --campaign <code> pour les données annuelles, ou --roster pour le registre des partenaires.",
  en: "Which template? Add --campaign <code> for the yearly figures, or --roster for the roster of partners.",
};
