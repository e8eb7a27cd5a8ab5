import type { Answer } from "../answer.js";
import { namesAnEstablishment } from "./establishment-names.js";
import { atAnswer, type Finding } from "./issue.js";
import { personalDataIn, type PersonalDatum, personalDatumWords } from "../../../shared/personal-data.js";
import { askedQuestions, type Rule } from "./rule.js";
import { sentencesOf } from "../../../shared/sentence.js";

type Found = PersonalDatum | "ESTABLISHMENT_NAME";

// What follows is refused by V06 anyway, and a text of any length may arrive.
const mostCharacters = 4_000;

// A2.2 and B2 ask for the title and the name of the service themselves.
const asksForNames = new Set(["A2.2", "B2"]);

const found: Record<Found, { readonly fr: string; readonly en: string }> = {
  ...personalDatumWords,
  ESTABLISHMENT_NAME: {
    fr: "ce qui semble nommer un établissement ou son bureau",
    en: "what seems to name an establishment or its office",
  },
};

/**
 * V19: free texts and comments name no person, and free texts no establishment. The sentence goes back to its sender
 * to be mended and nowhere else; a text that the sender confirms is kept from every export.
 */
export const v19PersonalData: Rule = {
  id: "V19",
  severity: "W",
  check(answers, form) {
    const questions = askedQuestions(form);
    return answers.flatMap((answer, index) => [
      ...(questions.get(answer.question)?.type === "TEXT" && !asksForNames.has(answer.question)
        ? mentions(answer, index, "text")
        : []),
      ...mentions(answer, index, "comment"),
    ]);
  },
};

// What no sentence holds, the whole text does not hold either: most texts are read once.
const isInnocent = (text: string): boolean =>
  personalDataIn(text).length === 0 && !namesAnEstablishment(text);

function mentions(answer: Answer, index: number, member: "text" | "comment"): Finding[] {
  const text = (answer[member] ?? "").slice(0, mostCharacters);
  if (text === "" || isInnocent(text)) return [];
  return sentencesOf(text).flatMap((sentence) => {
    // A comment may well say why a text names an establishment.
    const isNaming = member === "text" && namesAnEstablishment(sentence);
    const kinds: Found[] = [
      ...personalDataIn(sentence),
      ...(isNaming ? ["ESTABLISHMENT_NAME" as const] : []),
    ];
    return kinds.map((code) =>
      atAnswer(index, answer.question, member, {
        code,
        fr: `Cette phrase contient ${found[code].fr} : « ${sentence} ». Retirez-le de la phrase, ou confirmez en commentaire : le texte restera alors entre votre bureau et la collecte.`,
        en: `This sentence holds ${found[code].en}: “${sentence}”. Take it out of the sentence, or confirm in a comment: the text then stays between your office and the collection.`,
        observed: sentence,
      }),
    );
  });
}
