import { Fragment } from "preact";
import type { Language } from "../language.js";
import { type Documents, SourceLine, type Told } from "../parts/source-line.js";
import { establishmentWords } from "./words.js";

/** A source that also says whether somebody has confirmed it. */
export interface CheckedSource extends Told {
  readonly status: "VERIFIED" | "UNVERIFIED";
}

/** Where a fact of the register comes from, marked while it is yet to be confirmed. */
export const RegisterSource = ({
  of,
  documents,
  language,
  isLabelled = true,
}: {
  readonly of: CheckedSource;
  readonly documents: Documents;
  readonly language: Language;
  /** False in a column that says it already. */
  readonly isLabelled?: boolean;
}) => {
  const say = establishmentWords(language);
  return (
    <span class="register-source">
      {isLabelled && `${say("source")}${language === "fr" ? "\u00a0: " : ": "}`}
      <SourceLine of={of} documents={documents} language={language} />
      {of.status === "UNVERIFIED" && (
        <Fragment>
          {" "}
          <span class="mark caution">{say("unverified")}</span>
        </Fragment>
      )}
    </span>
  );
};
