import { addressOf } from "../../../addresses.js";
import { numberIn } from "../../../figures/numbers.js";
import type { Language } from "../../../language.js";
import { French, wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import type { QueuedSubmission } from "./collected.js";
import { type PortalDuplicatedTextsQuery, portalDuplicatedTexts } from "./duplicated-texts.operation.js";
import { portalTextsOf } from "./texts-of.operation.js";
import { campaignWords } from "./words.js";

/** Two texts that are nearly alike, with the words of both. */
export interface DuplicatedPair extends Pick<DuplicatedText, "a" | "b" | "question" | "similarity" | "text"> {
  readonly other: string;
}
type DuplicatedText = PortalDuplicatedTextsQuery["duplicatedTexts"][number];

/** How many pairs are shown side by side. */
const mostPairs = 30;

/** Reads the pairs of a campaign; the hub gives the first text, the second is read from its submission. */
export async function readDuplicates(
  { ask }: WorkspaceAsked,
  campaign: string,
): Promise<readonly DuplicatedPair[]> {
  const { data } = await ask(portalDuplicatedTexts, { campaign });
  const pairs = data.duplicatedTexts.slice(0, mostPairs);
  const texts = await Promise.all(
    [...new Set(pairs.map(({ b }) => b))].map(async (id) => {
      const read = await ask(portalTextsOf, { id });
      return [id, read.data.submission?.answers ?? []] as const;
    }),
  );
  const textsOf = new Map(texts);
  return pairs.map((pair) => {
    const candidates = (textsOf.get(pair.b) ?? []).filter(({ question }) => question === pair.question);
    return { ...pair, other: candidates.map(({ text }) => text ?? "").join("\n") };
  });
}

interface DuplicatesProps {
  readonly language: Language;
  readonly pairs: readonly DuplicatedPair[];
  readonly submissions: readonly QueuedSubmission[];
}

/** The texts that two offices sent nearly alike: a reason to ask, never told to an office. */
export const DuplicatedTexts = ({ language, pairs, submissions }: DuplicatesProps) => {
  const say = campaignWords(language);
  const nameOf = (id: string): string => {
    const found = submissions.find((one) => one.id === id);
    return found?.establishment ? wordsOf(found.establishment.name, language) : id;
  };
  return (
    <>
      <h2>{say("duplicates", { count: pairs.length })}</h2>
      <p>{say(pairs.length === 0 ? "noDuplicates" : "duplicatesLead")}</p>
      {pairs.map(({ a, b, question, similarity, text, other }) => (
        <details key={`${a}${b}${question}`}>
          <summary>
            {say("duplicate", { question, similarity: numberIn(language, 100 * similarity, 0) })}
          </summary>
          <div class="side-by-side">
            {(
              [
                [a, text],
                [b, other],
              ] as const
            ).map(([id, words]) => (
              <div key={id}>
                <p>
                  <a href={addressOf(language, "stewardSubmission", { id })}>{nameOf(id)}</a>
                </p>
                <blockquote class="own-words">
                  <French language={language}>{words}</French>
                </blockquote>
              </div>
            ))}
          </div>
        </details>
      ))}
    </>
  );
};
