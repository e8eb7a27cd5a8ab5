import type { Command } from "commander";
import { withLanguage } from "./language.js";
import { withAccess } from "./with-access.js";
import type { StatusOptions } from "./status.js";

/** `carrefour status`: the submissions of the caller, and how far they are. */
export const addStatusCommand = (program: Command): Command =>
  withAccess(withLanguage(program.command("status")))
    .description("où en sont vos envois · how far your submissions are")
    .option("--campaign <code>", "une seule campagne · one campaign only")
    .action(async (options: StatusOptions) => (await import("./status.js")).status(options));
