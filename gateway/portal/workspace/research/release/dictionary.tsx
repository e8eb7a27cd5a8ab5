import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { Text } from "../../../parts/text.js";
import type { Release } from "./find-release.js";
import { releaseWords } from "./words.js";

/** The columns of a release, what they are for, and their codes. */
export const Dictionary = ({
  language,
  release,
}: {
  readonly language: Language;
  readonly release: Release;
}) => {
  const say = releaseWords(language);
  return (
    <Scroll label={say("dictionaryTitle")}>
      <table>
        <caption>{say("dictionaryTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("column")}</th>
            <th scope="col">{say("part")}</th>
            <th scope="col">{say("codes")}</th>
          </tr>
        </thead>
        <tbody>
          {release.columns.map(({ column, part, label, codes }) => (
            <tr key={column}>
              <th scope="row">
                <Text of={label} language={language} /> <code>{column}</code>
              </th>
              <td>{say(part === "KEY" ? "KEY" : "SENSITIVE")}</td>
              <td>
                <ul>
                  {codes.map((code) => (
                    <li key={code.code}>
                      <code>{code.code}</code> <Text of={code.label} language={language} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
