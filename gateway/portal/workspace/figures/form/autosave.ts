import { type Language, localeOf } from "../../../language.js";
import { HubRefused } from "../../workspace-page.js";
import { answersOfTyped } from "../case/answers-of-typed.js";
import type { FiguresCase } from "../case/figures-case.js";
import { isTaken, newKey, pushCase } from "../case/push-case.js";
import { typedOf } from "../case/typed-answers.js";
import { takesReason } from "./case-state.js";
import { pushOf, type Reading } from "./reading.js";
import { formWords } from "./words.js";

/** How often the page's script may save a draft by itself: each is a revision that stays. */
export const autosaveEveryMs = 300_000;

/** What the page's script is told once it asked for a draft to be saved; every word of it is the server's. */
export interface Autosaved {
  /** The line to show; empty when there is nothing to say. */
  readonly told: string;
  readonly isSaved: boolean;
  /** False once only somebody's own hand may save. */
  readonly mayGoOn: boolean;
  /** What the form begins from next. */
  readonly base: number | null;
  readonly key: string;
}

/**
 * True where a draft may be saved that nobody asked for: what was submitted would go back to a draft, and what was
 * approved or withdrawn takes a reason.
 */
export const maySaveBySelf = ({ submission }: Pick<FiguresCase, "submission">): boolean =>
  submission === null || (submission.state === "DRAFT" && !takesReason(submission));

const hourIn = (language: Language, instant: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeStyle: "short", timeZone: "America/Toronto" }).format(
    new Date(instant),
  );

/** Saves a draft for the page's script: nothing where nothing changed, and never over what somebody else saved. */
export async function saveBySelf(reading: Reading): Promise<Autosaved> {
  const { asked, figures, base, unread } = reading;
  const { language } = asked;
  const say = formWords(language);
  const kept = { isSaved: false, mayGoOn: true, base, key: newKey(), told: "" };
  if (!maySaveBySelf(figures)) return { ...kept, mayGoOn: false };
  if (unread.length > 0) return { ...kept, told: say("autosaveUnread") };
  if (isAsKept(reading)) return { ...kept, isSaved: true };
  try {
    const pushed = await pushCase(asked, figures, pushOf(reading, "DRAFT"));
    if (pushed.status === "CONFLICT") return { ...kept, mayGoOn: false, told: say("autosaveConflict") };
    if (!isTaken(pushed)) return { ...kept, told: say("autosaveRejected") };
    const at = pushed.submission?.submittedAt ?? null;
    const told = at === null ? "" : say("autosaved", { time: hourIn(language, at) });
    return { ...kept, isSaved: true, base: pushed.revision, told };
  } catch (error) {
    if (!(error instanceof HubRefused) || error.code === "UNAUTHENTICATED") throw error;
    return { ...kept, mayGoOn: error.family === "UNAVAILABLE", told: error.messages[language] };
  }
}

// Typed and taken back is not a change: no revision is worth keeping of it.
function isAsKept({ figures: { form, submission, current }, base, answers }: Reading): boolean {
  if (base !== (submission?.revision ?? null)) return false;
  const before = answersOfTyped(form, typedOf(form, current?.answers ?? [], "fr")).answers;
  return JSON.stringify(before) === JSON.stringify(answers);
}
