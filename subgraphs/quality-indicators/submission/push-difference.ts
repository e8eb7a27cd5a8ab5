import { canonicalJson } from "../../shared/canonical-json.js";
import { type Answer, keptAnswer, valueInWords } from "./answer.js";

/** A question whose answer is not the same in the push and in the current revision; values in words. */
export interface Difference {
  readonly question: string;
  readonly yours: string | null;
  readonly current: string | null;
  /** When the current answer was given (ISO 8601, UTC); null when that was before the revision that the sender started from. */
  readonly changedAt: string | null;
}

/** What a push did to the answers. */
export interface PushCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** A revision as far as a comparison needs it. */
export interface PastRevision {
  readonly revision: number;
  readonly submittedAt: Date;
  readonly answers: readonly Answer[];
}

const questionsOf = (...lists: (readonly Answer[])[]): string[] => [
  ...new Set(lists.flat().map(({ question }) => question)),
];
const answersTo = (answers: readonly Answer[], question: string): Answer[] =>
  answers.filter((answer) => answer.question === question);
const wordsFor = (answers: readonly Answer[], question: string): string | null =>
  valueInWords(answersTo(answers, question));

/** Compares a push with the current revision, question by question; revisions come oldest first. */
export function differenceOf(yours: readonly Answer[], revisions: readonly PastRevision[]): Difference[] {
  const current = revisions.at(-1)?.answers ?? [];
  return questionsOf(current, yours).flatMap((question) => {
    const [mine, theirs] = [wordsFor(yours, question), wordsFor(current, question)];
    if (mine === theirs) return [];
    return { question, yours: mine, current: theirs, changedAt: changedAt(question, revisions) };
  });
}

function changedAt(question: string, revisions: readonly PastRevision[]): string | null {
  const current = wordsFor(revisions.at(-1)?.answers ?? [], question);
  const newestFirst = [...revisions].reverse();
  const other = newestFirst.findIndex(({ answers }) => wordsFor(answers, question) !== current);
  const [oldest] = revisions;
  // Unchanged throughout: since the first revision, or since one that is not compared.
  const since = other === -1 ? (oldest?.revision === 1 ? oldest : undefined) : newestFirst[other - 1];
  return since?.submittedAt.toISOString() ?? null;
}

/** Counts the answers of a push against the current revision; a push is applied as a whole or not at all. */
export function countsOf(
  yours: readonly Answer[],
  current: readonly Answer[],
  isApplied: boolean,
): PushCounts {
  const read = yours.length;
  if (!isApplied) return { read, created: 0, updated: 0, unchanged: 0, rejected: read };
  const known = new Set(current.map(({ question }) => question));
  const same = new Set(current.map((answer) => canonicalJson(keptAnswer(answer))));
  const unchanged = yours.filter((answer) => same.has(canonicalJson(keptAnswer(answer)))).length;
  const created = yours.filter(({ question }) => !known.has(question)).length;
  return { read, created, updated: read - created - unchanged, unchanged, rejected: 0 };
}
