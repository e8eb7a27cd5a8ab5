import { type Command, Option } from "commander";
import { withLanguage } from "./language.js";
import { withAccess } from "./with-access.js";
import type { CompletenessOptions } from "./completeness.js";

/** `carrefour completeness`: who has sent figures for a campaign, by region and type, for both lists of offices. */
export const addCompletenessCommand = (program: Command): Command =>
  withAccess(withLanguage(program.command("completeness")))
    .description(
      "qui a envoyé ses données, par région et par type · who has sent figures, by region and by type",
    )
    .requiredOption("--campaign <code>", "campagne, 2025-2026 · campaign, 2025-2026")
    .option("--json", "en JSON · as JSON")
    .addOption(new Option("--csv", "en CSV · as CSV").conflicts("json"))
    .action(async (options: CompletenessOptions) =>
      (await import("./completeness.js")).completeness(options),
    );
