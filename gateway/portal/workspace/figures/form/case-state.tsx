import type { Language } from "../../../language.js";
import type { FiguresCase, Submission } from "../case/figures-case.js";
import { When } from "../case/when.js";
import { formWords } from "./words.js";

/** The state of a submission in words. */
export const stateIn = (language: Language, submission: Pick<Submission, "state"> | null): string =>
  formWords(language)(submission === null ? "stateNone" : `state${submission.state}`);

/** Why the collection gave a submission back; null unless it stands returned. */
export function returnReason({ state, audit }: Pick<Submission, "state" | "audit">): string | null {
  if (state !== "RETURNED") return null;
  return audit.filter(({ event }) => event === "RETURNED").at(-1)?.reason ?? null;
}

/** True once figures were approved, or taken back: sending others then takes a reason. */
export const takesReason = (submission: Submission | null): boolean =>
  submission !== null &&
  (submission.approvedRevision !== null ||
    submission.state === "WITHDRAWN" ||
    submission.audit.some(({ event }) => event === "APPROVED"));

/** Where a case stands, until when it may be sent, and why it came back. */
export const CaseState = ({
  figures: { submission, form },
  language,
}: {
  readonly figures: FiguresCase;
  readonly language: Language;
}) => {
  const say = formWords(language);
  const reason = submission && returnReason(submission);
  const isSent = submission && ["SUBMITTED", "APPROVED", "PUBLISHED"].includes(submission.state);
  return (
    <>
      <p>
        <strong>
          {submission
            ? say("stateIs", { state: stateIn(language, submission), revision: submission.revision })
            : stateIn(language, null)}
        </strong>{" "}
        <Deadline window={form.window} language={language} />
      </p>
      {reason && (
        <div class="notice caution">
          <p>{say("returnedBecause")}</p>
          <blockquote>{reason}</blockquote>
        </div>
      )}
      {isSent && <p class="notice caution">{say("reopens")}</p>}
    </>
  );
};

/** Until when figures are taken, in Toronto. */
export const Deadline = ({
  window,
  language,
}: {
  readonly window: FiguresCase["form"]["window"];
  readonly language: Language;
}) => {
  const say = formWords(language);
  if (!window?.closesAt) return null;
  // The instant stands inside the sentence: programs read it there too.
  const [before = "", after = ""] = say("deadline", { instant: "\n" }).split("\n");
  return (
    <>
      {before}
      <When at={window.closesAt} language={language} />
      {after}
    </>
  );
};
