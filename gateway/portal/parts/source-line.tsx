import { Fragment } from "preact";
import type { Language } from "../language.js";
import { French, Text, type StoredText } from "./text.js";
import { figureSays } from "./words.js";

/** Where a fact comes from, as the API tells it. */
export interface Told {
  readonly document: string;
  readonly edition?: string | null;
  readonly section: string;
  readonly quote?: string | null;
  readonly licence?: string | null;
}

/** The documents by their code, as `sources` of the API gives them. */
export type Documents = readonly { readonly code: string; readonly title: StoredText }[];

/** The name of a document: its title where it is known. */
export const DocumentName = ({
  code,
  documents,
  language,
  isBrief = false,
}: {
  readonly code: string;
  readonly documents?: Documents | undefined;
  readonly language: Language;
  /** The title without its subtitle, where lines are many. */
  readonly isBrief?: boolean;
}) => {
  const title = documents?.find((document) => document.code === code)?.title;
  if (title)
    return (
      <cite>
        <Text of={isBrief ? withoutSubtitle(title) : title} language={language} />
      </cite>
    );
  if (code === "HUB") return <Fragment>{figureSays(language)("computedHere")}</Fragment>;
  if (code === "OUTSIDE") return <Fragment>{figureSays(language)("outside")}</Fragment>;
  return <Fragment>{code}</Fragment>;
};

const withoutSubtitle = ({ fr, en }: StoredText): StoredText => ({
  fr: beforeColon(fr),
  en: en === null ? null : beforeColon(en),
});
const beforeColon = (title: string): string => title.split(/\s?:\s/)[0] ?? title;

/** One line: the document and its section. */
export const SourceLine = ({
  of,
  documents,
  language,
  isBrief = false,
}: {
  readonly of: Told;
  readonly documents?: Documents | undefined;
  readonly language: Language;
  readonly isBrief?: boolean;
}) => (
  <span class="source-line">
    <DocumentName code={of.document} documents={documents} language={language} isBrief={isBrief} />
    {of.edition && (
      <Fragment>
        , <French language={language}>{of.edition}</French>
      </Fragment>
    )}
    {/* What the hub computes stands in no document: the campaign and the vintage are told beside it. */}
    {of.document !== "HUB" && (
      <Fragment>
        , <French language={language}>{of.section}</French>
      </Fragment>
    )}
  </span>
);
