import { readFileSync } from "node:fs";
import { type FormFile, withForm } from "../figures-file/known-form.js";
import type { Reference } from "../figures-file/reference.js";
import { UsageError } from "./exit-code.js";
import { jsonOrNull } from "./json-or-null.js";

/** The reference data with the form of a file, when one is given; throws UsageError for a file that holds none. */
export const withFormOfFile = (reference: Reference, path: string | undefined): Reference =>
  path === undefined ? reference : withForm(reference, readFormFile(path));

function readFormFile(path: string): FormFile {
  const file = parsed(path);
  if (isFormFile(file)) return file;
  throw new UsageError({
    fr: `--form ${path} : ce n'est pas un formulaire ; attendu : un fichier écrit par « carrefour template --form-output ».`,
    en: `--form ${path}: this is no form; expected: a file written by “carrefour template --form-output”.`,
  });
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError({
      fr: `${path} ne peut pas être lu (${code}).`,
      en: `${path} cannot be read (${code}).`,
    });
  }
  return jsonOrNull(text);
}

const isFormFile = (file: unknown): file is FormFile => {
  const { form, period } = (file ?? {}) as Partial<FormFile>;
  return (
    typeof form?.code === "string" &&
    typeof form.notice?.version === "string" &&
    Array.isArray(form.modules) &&
    Array.isArray(form.totals) &&
    Array.isArray(form.questions) &&
    form.questions.every(({ code, choices, constraints }) => Boolean(code && choices && constraints)) &&
    typeof period === "object"
  );
};
