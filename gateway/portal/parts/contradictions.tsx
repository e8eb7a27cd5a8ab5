import type { Language } from "../language.js";
import { Scroll } from "./scroll.js";
import { type Documents, SourceLine, type Told } from "./source-line.js";
import { French, Text, type StoredText } from "./text.js";
import { figureSays, type ValueOf, wordFor } from "./words.js";

/** Passages of the sources that contradict each other, as the API tells them. */
export interface ShownContradiction {
  readonly id: string;
  readonly title: StoredText;
  readonly kinds?: readonly ValueOf<"ContradictionKind">[];
  readonly resolution: ValueOf<"ContradictionResolution">;
  readonly note?: StoredText | null;
  readonly sides: readonly {
    readonly value: string;
    readonly section: string;
    readonly provenance?: Told;
  }[];
}

export interface ContradictionProps {
  readonly of: ShownContradiction;
  readonly language: Language;
  readonly documents?: Documents | undefined;
  /** Of its heading. */
  readonly level?: 2 | 3 | 4;
}

/** The sides of a contradiction, side by side, and what is known of it. */
export const Contradiction = ({ of, language, documents, level = 3 }: ContradictionProps) => {
  const say = figureSays(language);
  const Heading = `h${level}` as const;
  const kinds = new Intl.ListFormat(language === "fr" ? "fr-CA" : "en-CA").format(
    (of.kinds ?? []).map((kind) => wordFor(language, "ContradictionKind", kind)),
  );
  return (
    <section class="contradiction" id={of.id} aria-labelledby={`${of.id}-title`}>
      <Heading id={`${of.id}-title`}>
        {of.id} · <Text of={of.title} language={language} />
      </Heading>
      {kinds !== "" && <p>{say("kinds", { kinds })}</p>}
      <Scroll label={say("sides", { id: of.id })}>
        <table>
          <caption>{say("sides", { id: of.id })}</caption>
          <thead>
            <tr>
              <th scope="col">{say("side")}</th>
              <th scope="col">{say("where")}</th>
            </tr>
          </thead>
          <tbody>
            {of.sides.map(({ value, section, provenance }) => (
              <tr key={`${value}${section}`}>
                <td>
                  <French language={language}>{value}</French>
                </td>
                <td>
                  {provenance ? (
                    <SourceLine of={provenance} documents={documents} language={language} isBrief />
                  ) : (
                    <French language={language}>{section}</French>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>
        <strong>{wordFor(language, "ContradictionResolution", of.resolution)}.</strong>{" "}
        {of.note && <Text of={of.note} language={language} />}
      </p>
    </section>
  );
};
