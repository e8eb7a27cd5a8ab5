import { Fragment } from "preact";
import type { Language } from "../language.js";
import { typographic } from "../words/typography.js";

const between = " · ";

/** The half of a description « français · English » that is in a language; null when there is none. */
export function halfOf(description: string | null | undefined, language: Language): string | null {
  const [fr, en] = (description ?? "").split(between);
  return (language === "fr" ? fr : en)?.trim() || null;
}

/** A description in a language; what stands between backquotes is code. */
export const Description = ({
  of,
  language,
}: {
  readonly of: string | null | undefined;
  readonly language: Language;
}) => (
  <Fragment>
    {(halfOf(of, language) ?? "")
      .split("`")
      .map((part, rank) => (rank % 2 === 0 ? typographic(part, language) : <code key={rank}>{part}</code>))}
  </Fragment>
);
