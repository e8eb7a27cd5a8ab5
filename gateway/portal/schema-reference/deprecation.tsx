import type { Language } from "../language.js";
import { Description } from "./description.js";
import { schemaWords } from "./words.js";

/** Marks what is deprecated and tells what takes its place; nothing for what stays. */
export const Deprecation = ({
  reason,
  language,
}: {
  readonly reason: string | null | undefined;
  readonly language: Language;
}) =>
  reason ? (
    <p>
      <strong class="mark caution">{schemaWords(language)("deprecated")}</strong>{" "}
      <Description of={reason} language={language} />
    </p>
  ) : null;
