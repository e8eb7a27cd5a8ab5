import { developersWords } from "./words.js";
import type { Language } from "../language.js";

/** Text to copy, as it stands; it scrolls by itself, by keyboard too. */
export const Code = ({
  label,
  language,
  children,
}: {
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly language: Language;
  readonly children: string;
}) => {
  const say = developersWords(language);
  return (
    <div class="code" data-copy={say("copy")} data-copied={say("copied")}>
      <div class="code-text" role="group" aria-label={label} tabIndex={0}>
        <pre>
          <code translate={false}>{children}</code>
        </pre>
      </div>
    </div>
  );
};
