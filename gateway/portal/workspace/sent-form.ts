import type { FastifyRequest } from "fastify";
import type { SentFile, SentForm } from "./workspace-page.js";

/** A form as it came, with all its fields in their order. */
export interface ReadForm extends SentForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Names of fields that brought a file. */
  readonly fileNames: readonly string[];
}

/** Bytes of one file: as many as the authenticated door takes in one request. */
export const mostFileBytes = 5_000_000;
/** Bytes of a form without files: the yearly form with a long comment on every question. */
export const mostFieldBytes = 1_000_000;

/** What a file may be and how many fields a form may have; a form above is refused before it is kept. */
export const formLimits = {
  fileSize: mostFileBytes,
  files: 2,
  fields: 5_000,
  fieldNameSize: 300,
  fieldSize: 200_000,
  parts: 5_002,
} as const;

/** The code of a form whose fields are too long together. */
export const formTooLarge = "FORM_TOO_LARGE";

class FormTooLarge extends Error {
  readonly code = formTooLarge;
  readonly statusCode = 413;
}

/** Reads the form that a browser sent: fields alone, or with files. */
export async function readForm(request: FastifyRequest): Promise<ReadForm> {
  const fields: (readonly [string, string])[] = [];
  const files = new Map<string, SentFile>();
  let room = mostFieldBytes;
  if (request.isMultipart()) {
    for await (const part of request.parts({ limits: formLimits })) {
      if (part.type === "field") {
        const value = String(part.value);
        room -= part.fieldname.length + value.length;
        if (room < 0) throw new FormTooLarge();
        fields.push([part.fieldname, value]);
      } else {
        const bytes = await part.toBuffer();
        // A file field that was left empty comes without a name.
        if (part.filename !== "" && !files.has(part.fieldname))
          files.set(part.fieldname, { name: part.filename, bytes });
      }
    }
  } else {
    const body = (request.body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
    for (const [name, values] of Object.entries(body))
      for (const value of [values].flat()) fields.push([name, String(value)]);
  }
  const byName = new Map<string, string[]>();
  for (const [name, value] of fields) byName.set(name, [...(byName.get(name) ?? []), value]);
  const all = (name: string): readonly string[] => byName.get(name) ?? [];
  return {
    fields,
    fileNames: [...files.keys()],
    names: [...byName.keys()],
    all,
    one: (name) => all(name)[0] ?? "",
    file: (name) => files.get(name) ?? null,
  };
}
