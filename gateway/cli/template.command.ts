import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { stringify } from "csv-stringify/sync";
import { templateRows, templateSheets } from "../downloads/figures-template.js";
import { workbookOf } from "../downloads/xlsx-template.js";
import { readTerminalConfig } from "../config.js";
import { UsageError } from "./exit-code.js";
import { inLanguage, type TerminalLanguage, withLanguage } from "./language.js";
import { readReference } from "./reading/reference.js";

interface Options {
  readonly campaign: string;
  readonly establishment: string;
  readonly format: "csv" | "xlsx";
  readonly out?: string;
  readonly lang?: TerminalLanguage;
}

/** `carrefour template`: the form of a campaign as a file to fill; needs no hub. */
export const addTemplateCommand = (program: Command): Command =>
  withLanguage(program.command("template"))
    .description(
      "fichier à remplir : une ligne par question (hors ligne) · file to fill: one row a question (offline)",
    )
    .requiredOption("--campaign <code>", "campagne, 2025-2026 · campaign, 2025-2026")
    .requiredOption("--establishment <code>", "établissement · establishment")
    .addOption(
      new Option(
        "--format <format>",
        "csv, ou xlsx avec les codes expliqués · csv, or xlsx with the codes explained",
      )
        .choices(["csv", "xlsx"])
        .default("csv"),
    )
    .option("--out <fichier>", "fichier à créer · file to create")
    .action(async (options: Options) => {
      const language = options.lang ?? readTerminalConfig().language;
      const bytes = templateOf(options, language);
      if (options.out === undefined) {
        process.stdout.write(bytes);
        return;
      }
      await writeNewFile(options.out, bytes);
      const written = { fr: `Modèle écrit : ${options.out}`, en: `Template written: ${options.out}` };
      console.error(inLanguage(written, language));
    });

function templateOf({ campaign, establishment, format, out }: Options, language: TerminalLanguage): Buffer {
  const { forms, establishments } = readReference();
  const form = forms.get(campaign);
  if (!form) throw unknownCode(campaign, "--campaign", forms.keys());
  if (!establishments.has(establishment))
    throw unknownCode(establishment, "--establishment", establishments.keys());
  if (format === "xlsx") {
    if (out === undefined)
      throw new UsageError({
        fr: "Un classeur va dans un fichier : ajoutez --out <fichier.xlsx>.",
        en: "A workbook goes into a file: add --out <file.xlsx>.",
      });
    return workbookOf(templateSheets(form, establishment, language));
  }
  // The byte order mark makes spreadsheets read UTF-8; RFC 4180 ends lines with CRLF.
  return Buffer.from(stringify(templateRows(form, establishment), { bom: true, record_delimiter: "\r\n" }));
}

// A file that exists may be a template that somebody has filled.
async function writeNewFile(path: string, bytes: Buffer): Promise<void> {
  await writeFile(path, bytes, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === "EEXIST"
        ? {
            fr: `${path} existe déjà et n'a pas été touché. Donnez un autre nom.`,
            en: `${path} exists already and was not touched. Give another name.`,
          }
        : {
            fr: `${path} ne peut pas être écrit (${error.code}).`,
            en: `${path} cannot be written (${error.code}).`,
          },
    );
  });
}

const unknownCode = (code: string, option: string, known: Iterable<string>): UsageError => {
  const codes = [...known].join(", ");
  return new UsageError({
    fr: `${option} ${code} : code inconnu ; attendu : ${codes}`,
    en: `${option} ${code}: unknown code; expected: ${codes}`,
  });
};
