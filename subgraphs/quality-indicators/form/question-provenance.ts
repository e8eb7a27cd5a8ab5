import { ExtractionMethod, type Provenance, ProvenanceStatus } from "../../shared/provenance.js";
import { type OpeningIssue, openingIssue } from "../campaign/opening-issue.js";
import type { Source } from "../source/source.entity.js";
import type { FormInput } from "./form.input.js";
import type { ReadProvenance } from "./form-of-input.js";

type KnownSource = Pick<Source, "code" | "edition" | "licence">;

/** Completes the provenance of a question with what is known of its document; nobody checked the quote yet. */
export const readingProvenance =
  (sources: readonly KnownSource[], day: string): ReadProvenance =>
  ({ document, section, quote }): Provenance | null => {
    const source = sources.find(({ code }) => code === document);
    if (!source) return null;
    return {
      document,
      edition: source.edition,
      section,
      quote: quote ?? null,
      method: ExtractionMethod.MANUAL,
      extractedAt: day,
      licence: source.licence,
      status: ProvenanceStatus.UNVERIFIED,
    };
  };

/** The documents that questions name and that the hub does not know. */
export const unknownDocuments = (form: FormInput, sources: readonly KnownSource[]): OpeningIssue[] =>
  form.questions.flatMap(({ provenance }, index) =>
    !provenance || sources.some(({ code }) => code === provenance.document)
      ? []
      : openingIssue("UNKNOWN_DOCUMENT", `form.questions[${index}].provenance.document`, {
          fr: `« ${provenance.document} » n'est le code d'aucun document connu.`,
          en: `“${provenance.document}” is the code of no known document.`,
          observed: provenance.document,
          expected: sources.map(({ code }) => code).join(" | "),
        }),
  );
