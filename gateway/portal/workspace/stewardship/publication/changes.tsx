import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { Count } from "../parts/count.js";
import { areaIn, indicatorIn } from "./place-words.js";
import type { Names, Preview } from "./read-publication.js";
import { reasonIn } from "./reasons.js";
import { publicationWords } from "./words.js";

interface ChangesProps {
  readonly preview: Preview;
  readonly names: Names;
  readonly language: Language;
}

/** What the next vintage would say otherwise, one indicator after the other. */
export const Changes = ({ preview: { changes }, names, language }: ChangesProps) => {
  const say = publicationWords(language);
  const indicators = [...new Set(changes.map(({ indicator }) => indicator))].sort();
  return (
    <>
      <h3>
        {say("changes")} <Count of={changes.length} language={language} />
      </h3>
      {changes.length === 0 && <p>{say("noChange")}</p>}
      {indicators.map((indicator) => {
        const own = changes.filter((change) => change.indicator === indicator);
        return (
          <details key={indicator}>
            <summary>
              {indicatorIn(language, names, indicator)} ({own.length})
            </summary>
            <ChangeTable caption={say("changesOf", { indicator })} changes={own} language={language} />
          </details>
        );
      })}
    </>
  );
};

interface TableProps {
  readonly caption: string;
  readonly changes: Preview["changes"];
  readonly language: Language;
}

const ChangeTable = ({ caption, changes, language }: TableProps) => {
  const say = publicationWords(language);
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {(["place", "category", "before", "after"] as const).map((column) => (
              <th scope="col" key={column}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ level, area, category, before, after }, index) => (
            <tr key={index}>
              <th scope="row">{areaIn(language, level, area)}</th>
              <td>{category === null ? "—" : <code>{category}</code>}</td>
              <td>{saidIn(language, before)}</td>
              <td>{saidIn(language, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

/** What the hub says of a value: of a hidden one, why it is. */
const saidIn = (language: Language, told: string | null): string => {
  const say = publicationWords(language);
  if (told === null) return say("nothing");
  const [, reason] = /^SUPPRESSED(?: \((\w+)\))?$/.exec(told) ?? [];
  if (reason !== undefined) return `${say("hidden")} (${reasonIn(language, reason)})`;
  return told.replace(/^SUPPRESSED\b/, say("hidden"));
};
