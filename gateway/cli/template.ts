import { stringify } from "csv-stringify/sync";
import { readTerminalConfig } from "../config.js";
import { lastYearsRows, templateRows, templateSheets } from "../downloads/figures-template.js";
import type { HubClient } from "../sdk/client.js";
import { earlierFigures } from "./earlier-figures.js";
import { UsageError } from "./exit-code.js";
import { formOfHub } from "./form-of-hub.js";
import { type Access, openHub, saysWho } from "./access/access.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { writeNewFile } from "./new-file.js";
import type { FormFile } from "../figures-file/known-form.js";
import { readReference, type Reference } from "../figures-file/reference.js";

/** What `carrefour template` is told. */
export interface TemplateOptions extends Access {
  readonly campaign: string;
  readonly establishment?: string;
  readonly format: "csv" | "xlsx";
  readonly out?: string;
  readonly formOutput?: string;
  readonly lang?: TerminalLanguage;
}

/** Writes the form of a campaign as a file to fill, as a form to validate by, or both. */
export async function template(options: TemplateOptions): Promise<void> {
  const config = readTerminalConfig();
  const language = options.lang ?? config.language;
  const { campaign, establishment, formOutput } = options;
  if (establishment === undefined && (formOutput === undefined || options.out !== undefined))
    throw establishmentNeeded();
  const reference = readReference();
  const hub = (await saysWho(options, config)) ? await openHub(options, config) : null;
  const form = await findForm(campaign, reference, hub);
  const say = (fr: string, en: string): void => console.error(inLanguage({ fr, en }, language));
  if (formOutput !== undefined) {
    await writeNewFile(formOutput, Buffer.from(`${JSON.stringify(form, null, 1)}\n`));
    say(`Formulaire écrit : ${formOutput}`, `Form written: ${formOutput}`);
  }
  if (establishment === undefined) return;
  if (!reference.establishments.has(establishment))
    throw unknownCode(establishment, "--establishment", reference.establishments.keys());
  const find = hub === null ? () => null : await earlierFigures(hub);
  const before = find({ campaign, establishment, office: null });
  const filled = before === null ? [] : lastYearsRows(form.form, before.answers);
  const bytes = await bytesOf(form, establishment, filled, options, language);
  if (options.out === undefined) process.stdout.write(bytes);
  else {
    await writeNewFile(options.out, bytes);
    say(`Modèle écrit : ${options.out}`, `Template written: ${options.out}`);
  }
  if (before !== null)
    say(
      `Rempli avec les valeurs de la campagne ${before.campaign} : relisez-les toutes.`,
      `Filled with the values of campaign ${before.campaign}: read them all again.`,
    );
}

// The hub's form is the one that it will judge by; without an account, what this program was shipped with.
async function findForm(campaign: string, reference: Reference, hub: HubClient | null): Promise<FormFile> {
  const shipped = reference.forms.get(campaign);
  const form = hub === null ? null : await formOfHub(hub, campaign);
  if (form) return form;
  if (!shipped) throw unknownCampaign(campaign, reference.forms.keys(), hub === null);
  return { form: shipped, period: reference.campaigns.get(campaign)?.period ?? null };
}

async function bytesOf(
  { form }: FormFile,
  establishment: string,
  filled: ReturnType<typeof lastYearsRows>,
  { format, out }: TemplateOptions,
  language: TerminalLanguage,
): Promise<Buffer> {
  // The byte order mark makes spreadsheets read UTF-8; RFC 4180 ends lines with CRLF.
  if (format === "csv")
    return Buffer.from(
      stringify(templateRows(form, establishment, filled), { bom: true, record_delimiter: "\r\n" }),
    );
  if (out === undefined)
    throw new UsageError({
      fr: "Un classeur va dans un fichier : ajoutez --out <fichier.xlsx>.",
      en: "A workbook goes into a file: add --out <file.xlsx>.",
    });
  const { workbookOf } = await import("../downloads/xlsx-template.js");
  return workbookOf(templateSheets(form, establishment, filled, language));
}

const establishmentNeeded = (): UsageError =>
  new UsageError({
    fr: "Pour quel établissement ? Ajoutez --establishment <code>, ou --form-output <fichier> pour le seul formulaire.",
    en: "For which establishment? Add --establishment <code>, or --form-output <file> for the form only.",
  });

// A hub may have opened campaigns since this program was shipped: it gives their form to who says who they are.
const unknownCampaign = (campaign: string, known: Iterable<string>, isOffline: boolean): UsageError => {
  const { messages } = unknownCode(campaign, "--campaign", known);
  return isOffline
    ? new UsageError({
        fr: `${messages.fr}. Si le carrefour l'a ouverte depuis, dites qui vous êtes : carrefour login, --token ou --as.`,
        en: `${messages.en}. If the hub has opened it since, say who you are: carrefour login, --token or --as.`,
      })
    : new UsageError(messages);
};

const unknownCode = (code: string, option: string, known: Iterable<string>): UsageError => {
  const codes = [...known].join(", ");
  return new UsageError({
    fr: `${option} ${code} : code inconnu ; attendu : ${codes}`,
    en: `${option} ${code}: unknown code; expected: ${codes}`,
  });
};
