import type { AskPublic } from "../asking/ask-public.js";
import { findWord, folded, readWholeLists } from "./find-word.js";
import type { Finding } from "./finding.js";
import type { SearchedWord } from "./question-words.js";

/** What a question found, the nearest first. */
export interface Answered {
  readonly findings: readonly Finding[];
  /** True when nothing holds every word, and what holds some of them is given. */
  readonly isSomeWords: boolean;
  readonly isPartial: boolean;
}

interface Held {
  readonly finding: Finding;
  readonly words: number;
}

/** Looks for what holds every word of a question; where nothing does, for what holds some of them. */
export async function findQuestion(ask: AskPublic, words: readonly SearchedWord[]): Promise<Answered> {
  const lists = await readWholeLists(ask);
  const ofWords = await Promise.all(words.map((word) => findWord(ask, word, lists)));
  const held = new Map<string, Held>();
  for (const { findings } of ofWords)
    for (const [key, finding] of eachOnce(findings)) {
      const before = held.get(key);
      held.set(key, { finding: before?.finding ?? finding, words: (before?.words ?? 0) + 1 });
    }
  const whole = [...held.values()].filter((found) => found.words === words.length);
  const given = whole.length > 0 ? whole : [...held.values()];
  return {
    findings: nearestFirst(given, words),
    isSomeWords: whole.length === 0 && given.length > 0,
    isPartial: lists.isPartial || ofWords.some(({ isPartial }) => isPartial),
  };
}

// The later one stands: a category that holds the word tells more than the definition does.
const eachOnce = (findings: readonly Finding[]): Map<string, Finding> =>
  new Map(findings.map((finding) => [`${finding.kind} ${finding.code}`, finding]));

function nearestFirst(found: readonly Held[], words: readonly SearchedWord[]): Finding[] {
  // Words that a name holds, as they were asked, count after words that anything of it holds.
  const rankOf = ({ finding, words: wordsHeld }: Held): number => {
    const name = folded(finding.title, finding.alsoNamed);
    return wordsHeld * words.length + words.filter(({ word }) => name.includes(word)).length;
  };
  return found
    .map((held) => ({ finding: held.finding, rank: rankOf(held) }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ finding }) => finding);
}
