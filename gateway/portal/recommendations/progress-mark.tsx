import { dayIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { type ValueOf, wordFor } from "../parts/words.js";
import { recommendationWords } from "./words.js";

/** Where a recommendation stands, in words; says when it was declared, and that it was for demonstration. */
export const ProgressMark = ({
  language,
  progress,
}: {
  readonly language: Language;
  readonly progress: {
    readonly status: ValueOf<"ProgressStatus">;
    readonly date: string | null;
    readonly isSynthetic: boolean;
  };
}) => {
  const say = recommendationWords(language);
  return (
    <p>
      <span class="mark">{wordFor(language, "ProgressStatus", progress.status)}</span>
      {progress.isSynthetic && (
        <>
          {" "}
          <span class="mark caution">{say("synthetic")}</span>
        </>
      )}
      {progress.date && <> {say("declaredOn", { day: dayIn(language, progress.date) })}</>}
    </p>
  );
};
