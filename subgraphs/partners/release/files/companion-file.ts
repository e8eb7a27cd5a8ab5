import { createHash } from "node:crypto";
import type { MeasuredBytes } from "../../../shared/file-answer.js";
import type { OpenedRelease } from "../records/open-release.js";
import { rowIdColumn } from "./release-file-format.js";
import { releaseFileFormats } from "./release-file.js";
import { type ReleaseTerms, termsOf } from "./release-terms.js";

/** A small file beside the records, which says what they are; it holds none of them. */
export interface CompanionFile {
  readonly ending: string;
  readonly contentType: string;
  /** What it is to the files of records (RFC 8288, s. 3.3). */
  readonly rel: string;
  write(opened: OpenedRelease): MeasuredBytes & { readonly etag: string };
}

const companionOf = (
  ending: string,
  contentType: string,
  rel: string,
  contentOf: (opened: OpenedRelease, terms: ReleaseTerms) => object,
): CompanionFile => ({
  ending,
  contentType,
  rel,
  write(opened) {
    const bytes = Buffer.from(`${JSON.stringify(contentOf(opened, termsOf(opened)), null, 1)}\n`);
    const sha256 = createHash("sha256").update(bytes).digest();
    return {
      length: bytes.length,
      sha256,
      etag: `"${sha256.toString("base64url")}"`,
      async *read({ from, to }) {
        yield bytes.subarray(from, to);
      },
    };
  },
});

const rowId = {
  fr: "Identifiant tiré au hasard pour cette entente et cette diffusion",
  en: "Identifier drawn at random for this agreement and this release",
};

/** The data dictionary of a release beside its files, in French and in English, with its licence and how to cite it. */
function dictionaryOf(opened: OpenedRelease, terms: ReleaseTerms): object {
  const { release, agreement, columns } = opened;
  const { code, version, title, origin, recordLevel, createdAt, approvedAt, keys, report } = release;
  return {
    release: code,
    agreement,
    version,
    title,
    recordLevel,
    origin,
    createdAt,
    approvedAt,
    ...terms,
    files: releaseFileFormats.map(({ ending, contentType }) => ({ name: `${code}.${ending}`, contentType })),
    keys,
    report,
    columns: [
      { column: rowIdColumn, part: "ROW_ID", label: rowId, codes: [] },
      ...columns.map(({ column, part, label, codes }) => ({ column, part, label, codes })),
    ],
  };
}

/** What the columns of the CSV are, where programs look for it (W3C, Metadata Vocabulary for Tabular Data, s. 5). */
function csvMetadataOf({ release, columns }: OpenedRelease, { licence, citation }: ReleaseTerms): object {
  const inBoth = ({ fr, en }: { fr: string; en: string | null }): object => ({
    fr,
    ...(en === null ? {} : { en }),
  });
  return {
    "@context": "http://www.w3.org/ns/csvw",
    url: `${release.code}.csv`,
    "dc:title": release.title,
    "dc:rights": inLanguages(licence),
    "dc:bibliographicCitation": inLanguages(citation),
    dialect: { encoding: "utf-8", delimiter: ",", header: true, lineTerminators: ["\r\n"] },
    tableSchema: {
      primaryKey: rowIdColumn,
      columns: [
        { name: rowIdColumn, titles: inBoth(rowId), datatype: "string", required: true },
        ...columns.map(({ column, label, codes }) => ({
          name: column,
          titles: inBoth(label),
          datatype: { base: "string", format: codes.map(({ code }) => escaped(code)).join("|") },
          null: "",
        })),
      ],
    },
  };
}

const inLanguages = ({ fr, en }: ReleaseTerms["licence"]): object[] => [
  { "@value": fr, "@language": "fr" },
  ...(en === null ? [] : [{ "@value": en, "@language": "en" }]),
];
const escaped = (code: string): string => code.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The companions of every release. */
export const companionFiles: readonly CompanionFile[] = [
  companionOf("dictionary.json", "application/json; charset=utf-8", "describedby", dictionaryOf),
  companionOf("csv-metadata.json", "application/csvm+json", "describedby", csvMetadataOf),
];
