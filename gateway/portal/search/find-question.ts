import type { AskPublic } from "../asking/ask-public.js";
import { findWord, folded, type Found, knownWords, readWholeLists, type WholeLists } from "./find-word.js";
import type { Finding } from "./finding.js";
import { nearestWord } from "./nearest-word.js";
import { holds, searchedWord, type SearchedWord } from "./question-words.js";

/** What a question found, the nearest first. */
export interface Answered {
  readonly findings: readonly Finding[];
  /** True when nothing holds every word, and what holds some of them is given. */
  readonly isSomeWords: boolean;
  readonly isPartial: boolean;
  /** The words that nothing holds, each with the one that was looked for in its place. */
  readonly corrected: readonly { readonly asked: string; readonly read: string }[];
  /** The words that were looked for. */
  readonly words: readonly SearchedWord[];
}

interface Held {
  readonly finding: Finding;
  readonly words: number;
}

/** Looks for what holds every word of a question; where nothing does, for what holds the most of them. */
export async function findQuestion(ask: AskPublic, asked: readonly SearchedWord[]): Promise<Answered> {
  const lists = await readWholeLists(ask);
  const found = await Promise.all(asked.map((word) => findWord(ask, word, lists)));
  const read = await readAgain(ask, asked, found, lists);
  const words = read.map(({ word }) => word);
  const ofWords = read.map((one) => one.found);
  const held = new Map<string, Held>();
  for (const { findings } of ofWords)
    for (const [key, finding] of eachOnce(findings)) {
      const before = held.get(key);
      held.set(key, { finding: before?.finding ?? finding, words: (before?.words ?? 0) + 1 });
    }
  const whole = [...held.values()].filter((one) => one.words === words.length);
  const most = Math.max(...[...held.values()].map((one) => one.words));
  const given = whole.length > 0 ? whole : [...held.values()].filter((one) => one.words === most);
  return {
    findings: nearestFirst(given, words),
    isSomeWords: whole.length === 0 && given.length > 0,
    isPartial: lists.isPartial || ofWords.some(({ isPartial }) => isPartial),
    corrected: asked.flatMap(({ word }, place) => {
      const other = words[place]?.word ?? word;
      return other === word ? [] : [{ asked: word, read: other }];
    }),
    words,
  };
}

interface ReadWord {
  readonly word: SearchedWord;
  readonly found: Found;
}

/** What was found under each word; where nothing was, under the known word that it is nearest to. */
async function readAgain(
  ask: AskPublic,
  asked: readonly SearchedWord[],
  found: readonly Found[],
  lists: WholeLists,
): Promise<ReadWord[]> {
  const isEmpty = (place: number): boolean => found[place]?.findings.length === 0;
  const known = asked.some((_, place) => isEmpty(place)) ? await knownWords(ask, lists) : new Set<string>();
  return Promise.all(
    asked.map(async (word, place) => {
      const nearest = isEmpty(place) ? nearestWord(word.word, known) : null;
      if (nearest === null) return { word, found: found[place] ?? { findings: [], isPartial: false } };
      const other = searchedWord(nearest);
      return { word: other, found: await findWord(ask, other, lists) };
    }),
  );
}

// The later one stands: a category that holds the word tells more than the definition does.
const eachOnce = (findings: readonly Finding[]): Map<string, Finding> =>
  new Map(findings.map((finding) => [`${finding.kind} ${finding.code}`, finding]));

function nearestFirst(found: readonly Held[], words: readonly SearchedWord[]): Finding[] {
  // Words that a name holds, best as they were asked, count after words that anything of it holds.
  const rankOf = ({ finding, words: wordsHeld }: Held): number => {
    const name = folded(finding.title, finding.alsoNamed);
    const inName = words.map((word) => (name.includes(word.word) ? 2 : holds(name, word) ? 1 : 0));
    return wordsHeld * 2 * words.length + inName.reduce<number>((sum, one) => sum + one, 0);
  };
  return found
    .map((held) => ({ finding: held.finding, rank: rankOf(held) }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ finding }) => finding);
}
