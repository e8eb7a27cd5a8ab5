import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { areaIn, indicatorIn } from "./place-words.js";
import type { Names, Preview } from "./read-publication.js";
import { reasonIn } from "./reasons.js";
import { publicationWords } from "./words.js";

interface VerdictProps {
  readonly preview: Preview;
  readonly names: Names;
  readonly language: Language;
}

/** Whether readers could compute what is protected, and from where. */
export const Verdict = ({ preview, names, language }: VerdictProps) => {
  const say = publicationWords(language);
  const { unsafe, alreadyTold } = preview;
  return (
    <>
      <h3>{say("verdict")}</h3>
      {unsafe.length === 0 ? (
        <p class="notice success">{say("safe")}</p>
      ) : (
        <>
          <p class="notice danger">{say("notSafe", { count: unsafe.length })}</p>
          <UnsafeTable caption={say("unsafeCaption")} figures={unsafe} names={names} language={language} />
        </>
      )}
      {alreadyTold.length > 0 && (
        <>
          <p class="notice caution">{say("alreadyTold", { count: alreadyTold.length })}</p>
          <UnsafeTable caption={say("toldCaption")} figures={alreadyTold} names={names} language={language} />
        </>
      )}
    </>
  );
};

interface TableProps extends Omit<VerdictProps, "preview"> {
  readonly caption: string;
  readonly figures: Preview["unsafe"];
}

const UnsafeTable = ({ caption, figures, names, language }: TableProps) => {
  const say = publicationWords(language);
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {(["figure", "place", "why", "whoCould"] as const).map((column) => (
              <th scope="col" key={column}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ rule, indicator, level, area, category, counts, insider }, index) => (
            <tr key={index}>
              <th scope="row">
                {[indicator && indicatorIn(language, names, indicator), category, counts]
                  .filter(Boolean)
                  .join(" · ")}
              </th>
              <td>{areaIn(language, level, area)}</td>
              <td>{reasonIn(language, rule)}</td>
              <td>{insider === null ? say("anyReader") : say("insider", { office: insider })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
