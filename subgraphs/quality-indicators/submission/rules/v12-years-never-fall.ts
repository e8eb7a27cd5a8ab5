import { atAnswer } from "./issue.js";
import { labelOf, marksFor } from "./marks.js";
import { askedQuestions, type Rule } from "./rule.js";

/** V12: the years of existence (B3) do not fall between campaigns, unless a comment declares a break of service. */
export const v12YearsNeverFall: Rule = {
  id: "V12",
  severity: "W",
  check(answers, form, { previous }) {
    const now = marksFor(answers, "B3");
    const before = marksFor(previous?.answers ?? [], "B3");
    const bands = askedQuestions(form)
      .get("B3")
      ?.choices.map(({ code }) => code);
    if (now === null || before === null || previous === null || !bands) return [];
    const [band] = now.choices;
    const [earlier] = before.choices;
    if (!band || !earlier || !bands.includes(band) || bands.indexOf(band) >= bands.indexOf(earlier))
      return [];
    const [is, was] = [labelOf(form, "B3", band), labelOf(form, "B3", earlier)];
    return [
      atAnswer(now.index, "B3", "choices", {
        code: "YOUNGER_THAN_BEFORE",
        fr: `B3 dit que votre bureau est plus jeune (« ${is.fr} ») qu'à la campagne ${previous.campaign} (« ${was.fr} »). Corrigez, ou déclarez en commentaire le bris de service ou la nouvelle création.`,
        en: `B3 says that your office is younger (“${is.en}”) than in campaign ${previous.campaign} (“${was.en}”). Correct it, or declare the break of service or the new start in a comment.`,
        observed: band,
        expected: `≥ ${earlier}`,
      }),
    ];
  },
};
