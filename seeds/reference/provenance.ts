import { readReference } from "../planting.js";

interface Source {
  readonly code: string;
  readonly edition: string | null;
  readonly publishedOn: string | null;
  readonly licence: string;
}

/** Provenance as the data files write it: the rest follows from the document. */
export interface WrittenProvenance {
  readonly document: string;
  readonly section: string;
  readonly quote: string | null;
  readonly status?: string;
}

// The day on which the facts were read from the five documents.
const readOn = "2026-11-21";

const sources = new Map(readReference<Source[]>("sources.json").map((source) => [source.code, source]));

/** Completes a provenance with the edition, licence and day of its document. */
export function completeProvenance(written: WrittenProvenance): object {
  const source = sources.get(written.document);
  if (!source) throw new Error(`provenance: unknown document ${written.document} (${written.section})`);
  return {
    document: written.document,
    edition: source.edition,
    section: written.section,
    quote: written.quote,
    method: "MANUAL",
    extractedAt: readOn,
    licence: source.licence,
    publishedOn: source.publishedOn,
    status: written.status ?? (written.document === "OUTSIDE" ? "UNVERIFIED" : "VERIFIED"),
  };
}

/** Completes every provenance found at any depth of a record. */
export function withProvenance<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withProvenance) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "provenance" && inner !== null
        ? completeProvenance(inner as WrittenProvenance)
        : withProvenance(inner),
    ]),
  ) as Value;
}
