import type { Language } from "../language.js";
import { Absence, type Figure, ShownValue } from "./shown-value.js";
import { engagementWords } from "./engagement-words.js";
import { type ValueOf, wordFor } from "./words.js";

/** The number of projects of one degree of engagement. */
export interface EngagementFigure extends Figure {
  readonly category: string | null;
}

const degrees: readonly ValueOf<"EngagementDegree">[] = [
  "INFORMATION",
  "CONSULTATION",
  "COLLABORATION",
  "PARTNERSHIP",
];

/** What stands beside a count of partners: how far they are engaged, a number of projects a degree; or why it is not told. */
export const Engagement = ({
  language,
  of,
  title = true,
}: {
  readonly language: Language;
  readonly of: readonly EngagementFigure[];
  /** False where the column's head tells what the numbers are. */
  readonly title?: boolean;
}) => {
  const say = engagementWords(language);
  const [first] = of;
  if (!first) return null;
  const told = of.some(({ status }) => status === "OBSERVED");
  return (
    <div class="engagement">
      {title && <p>{say("title")}</p>}
      {!told && (
        <p>
          <Absence of={first} language={language} />
        </p>
      )}
      {told && (
        <ul>
          {of.map((one) => {
            const degree = degrees.find((code) => code === one.category);
            return (
              <li key={one.category}>
                {say("degree", { degree: degree ? wordFor(language, "EngagementDegree", degree) : "" })}{" "}
                <ShownValue of={one} language={language} />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
};
