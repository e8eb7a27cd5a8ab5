import { type Command, Option } from "commander";
import type { ExportOptions } from "./export.js";
import { withLanguage } from "./language.js";
import { withAccess } from "./with-access.js";

/** `carrefour export`: a whole release in one file, gone on with where it was broken off. */
export const addExportCommand = (program: Command): Command =>
  withAccess(withLanguage(program.command("export")))
    .argument("<diffusion>", "code de la diffusion · code of the release")
    .description(
      "télécharge une diffusion entière ; interrompu, il reprend où il s'est arrêté · downloads a whole release; broken off, it goes on where it stopped",
    )
    .addOption(
      new Option("--format <format>", "format du fichier · format of the file")
        .choices(["csv", "ndjson", "parquet"])
        .default("csv"),
    )
    .option("--out <fichier>", "fichier à écrire ; sinon <diffusion>.<format> ici · file to write; else here")
    .option("--force", "remplace un fichier qui existe · replaces a file that exists")
    .action(async (release: string, options: ExportOptions) =>
      (await import("./export.js")).exportRelease(release, options),
    );
