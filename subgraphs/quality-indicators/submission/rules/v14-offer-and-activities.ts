import { atAnswer } from "./issue.js";
import { marksFor } from "./marks.js";
import type { Rule } from "./rule.js";

interface Pair {
  readonly offer: string;
  readonly activities: readonly string[];
  readonly fr: { readonly offer: string; readonly activity: string };
  readonly en: { readonly offer: string; readonly activity: string };
}

const pairs: readonly Pair[] = [
  {
    offer: "TRAINING",
    activities: ["TRAIN_PATIENTS", "TRAIN_PROFESSIONALS", "TRAIN_MANAGERS"],
    fr: { offer: "Formation au partenariat", activity: "Former…" },
    en: { offer: "Training in partnership", activity: "Train…" },
  },
  {
    offer: "IDENTIFICATION_RECRUITMENT",
    activities: ["IDENTIFY", "RECRUIT"],
    fr: {
      offer: "Identification et recrutement",
      activity: "Soutenir l'identification… ou Aider au recrutement…",
    },
    en: {
      offer: "Identification and recruitment",
      activity: "Support the identification… or Help with the recruitment…",
    },
  },
  {
    offer: "COACHING",
    activities: ["COACH_USERS", "SUPPORT_TEAM"],
    fr: {
      offer: "Accompagnement et coaching",
      activity: "Coacher les usagers ou Accompagner une équipe…",
    },
    en: { offer: "Support and coaching", activity: "Coach users or Support a team…" },
  },
];

/** V14: what the office offers (C1) and what it does (C5) agree, both ways: training, recruitment, coaching. */
export const v14OfferAndActivities: Rule = {
  id: "V14",
  severity: "W",
  check(answers) {
    const [offer, done] = [marksFor(answers, "C1"), marksFor(answers, "C5")];
    if (offer === null || done === null) return [];
    const places = { C1: `answers[${offer.index}].choices`, C5: `answers[${done.index}].choices` };
    return pairs.flatMap((pair) => {
      const isOffered = offer.choices.has(pair.offer);
      const isDone = pair.activities.some((activity) => done.choices.has(activity));
      if (isOffered === isDone) return [];
      return isOffered
        ? atAnswer(done.index, "C5", "choices", {
            code: "OFFERED_NOT_DONE",
            fr: `C1 dit que vous offrez « ${pair.fr.offer} », mais C5 ne coche pas « ${pair.fr.activity} ». Ajustez l'une des deux, ou expliquez en commentaire.`,
            en: `C1 says that you offer “${pair.en.offer}”, but C5 does not tick “${pair.en.activity}”. Adjust one of them, or explain in a comment.`,
            observed: pair.offer,
            expected: pair.activities.join(" | "),
            relatedPaths: [places.C1],
          })
        : atAnswer(offer.index, "C1", "choices", {
            code: "DONE_NOT_OFFERED",
            fr: `C5 coche « ${pair.fr.activity} », mais C1 ne dit pas que vous offrez « ${pair.fr.offer} ». Ajustez l'une des deux, ou expliquez en commentaire.`,
            en: `C5 ticks “${pair.en.activity}”, but C1 does not say that you offer “${pair.en.offer}”. Adjust one of them, or explain in a comment.`,
            observed: pair.activities.filter((activity) => done.choices.has(activity)).join(", "),
            expected: pair.offer,
            relatedPaths: [places.C5],
          });
    });
  },
};
