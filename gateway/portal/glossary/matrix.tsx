import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { Text, type StoredText } from "../parts/text.js";
import { glossaryWords } from "./words.js";

/** One thing of a comparison: its name, and its traits by the words that name them. */
export interface Compared {
  readonly code: string;
  readonly label: StoredText;
  readonly traits: readonly {
    readonly code: string;
    readonly label: StoredText;
    readonly value: StoredText | null;
  }[];
}

/** Things side by side, a trait a row: whoever reads one row compares them all. */
export const Matrix = ({
  language,
  name,
  things,
}: {
  readonly language: Language;
  readonly name: string;
  readonly things: readonly Compared[];
}) => {
  const say = glossaryWords(language);
  const traits = new Map(
    things.flatMap((thing) => thing.traits.map(({ code, label }) => [code, label] as const)),
  );
  return (
    <Scroll label={say("table", { name })}>
      <table class="matrix">
        <caption class="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say("trait")}</th>
            {things.map(({ code, label }) => (
              <th scope="col" key={code}>
                <Text of={label} language={language} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...traits].map(([code, label]) => (
            <tr key={code}>
              <th scope="row">
                <Text of={label} language={language} />
              </th>
              {things.map((thing) => {
                const value = thing.traits.find((trait) => trait.code === code)?.value;
                return (
                  <td key={thing.code}>{value ? <Text of={value} language={language} /> : say("notTold")}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
