import { type Form, readReferenceFile } from "../../../subgraphs/index.js";

/** A form as the reference data hold it. */
export type ReferenceForm = Pick<Form, "version" | "title" | "notice" | "sections" | "questions"> & {
  /** Code of its campaign. */
  readonly code: string;
};

/** What can be known without a hub: the forms of the campaigns and the codes of the establishments. */
export interface Reference {
  readonly forms: ReadonlyMap<string, ReferenceForm>;
  readonly establishments: ReadonlySet<string>;
}

/** Reads what the hub was shipped with. */
export function readReference(): Reference {
  const forms = readReferenceFile<ReferenceForm[]>("instruments.json");
  const establishments = readReferenceFile<{ code: string }[]>("establishments.json");
  return {
    forms: new Map(forms.map((form) => [form.code, form])),
    establishments: new Set(establishments.map(({ code }) => code)),
  };
}
