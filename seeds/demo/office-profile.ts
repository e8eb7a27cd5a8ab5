import { choicesOf, type Question } from "./instrument.js";
import { populationCode, populationDirection } from "./published-targets.js";
import type { SyntheticAnswer } from "./synthetic-submission.js";

/** What one respondent tells of an office, before it is written as answers to a form. */
export interface OfficeProfile {
  readonly role: string;
  /** People who filled in the questionnaire with the respondent. */
  readonly companions: number;
  /** Choices of B1, and the steward's code of a write-in. */
  readonly directions: ReadonlySet<string>;
  readonly services: readonly string[];
  readonly years: string;
  /** Null when the respondent does not know it. */
  readonly budget: string | null;
  readonly persons: number;
  readonly fullTimeEquivalents: number;
  /** Null in the second response of an office: partners are counted once. */
  readonly partners: { readonly bank: number; readonly active: number } | null;
  readonly funding: ReadonlySet<string>;
  readonly offer: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly ministryAsked: boolean;
  readonly worksWithUserCommittee: boolean;
  readonly strength: string;
  readonly challenge: string;
}

// V14: a service is offered if and only if an activity of its kind is carried out.
const serviceOfActivity: ReadonlyMap<string, string> = new Map([
  ["IDENTIFY", "IDENTIFICATION_RECRUITMENT"],
  ["RECRUIT", "IDENTIFICATION_RECRUITMENT"],
  ["TRAIN_PATIENTS", "TRAINING"],
  ["TRAIN_PROFESSIONALS", "TRAINING"],
  ["TRAIN_MANAGERS", "TRAINING"],
  ["COACH_USERS", "COACHING"],
  ["SUPPORT_TEAM", "COACHING"],
]);

/** The services that go with activities, beside those that go with none. */
export function offerFor(activities: ReadonlySet<string>, beside: ReadonlySet<string>): ReadonlySet<string> {
  const offer = new Set(beside);
  for (const activity of activities) {
    const service = serviceOfActivity.get(activity);
    if (service) offer.add(service);
  }
  return offer.size > 0 ? offer : new Set(["STRATEGIC_PLANNING"]);
}

/** Writes a profile as answers to a form, in the form's order. */
export function answersOf(profile: OfficeProfile, questions: readonly Question[]): SyntheticAnswer[] {
  const one = (question: string, choice: string): SyntheticAnswer => ({ question, choices: [choice] });
  const several = (question: string, marks: ReadonlySet<string>, written: string): SyntheticAnswer[] => {
    const choices = choicesOf(questions, question)
      .map(({ code }) => code)
      .filter((code) => marks.has(code));
    const answer = { question, choices };
    return marks.has("OTHER") ? [answer, { question: `${question}.other`, text: written }] : [answer];
  };
  const yesOrNo = (question: string, isYes: boolean, then: SyntheticAnswer): SyntheticAnswer[] =>
    isYes ? [one(question, "YES"), then] : [one(question, "NO")];
  const { directions, partners } = profile;
  const isPopulation = directions.has(populationCode);
  const roleName = choicesOf(questions, "A2.4").find(({ code }) => code === profile.role)?.label.fr;
  return [
    { question: "A2.2", text: `${roleName} (titre synthétique)` },
    ...several("A2.4", new Set([profile.role]), "Autre fonction (synthétique)"),
    ...yesOrNo("A2.5", profile.companions > 0, { question: "A2.6.count", number: profile.companions }),
    ...several(
      "B1",
      isPopulation ? new Set([...directions, "OTHER"]) : directions,
      isPopulation ? populationDirection : "Autre direction (synthétique)",
    ),
    ...profile.services.map((text) => ({ question: "B2", text })),
    one("B3", profile.years),
    profile.budget === null ? { question: "B4", missing: "DOES_NOT_KNOW" } : one("B4", profile.budget),
    { question: "B5a", number: profile.persons },
    { question: "B5b", number: profile.fullTimeEquivalents },
    ...(partners
      ? [
          { question: "B6", number: partners.bank },
          { question: "B7", number: partners.active },
        ]
      : []),
    ...several("B8", profile.funding, "Prix (réponse synthétique)"),
    ...several("C1", profile.offer, "Autre service (synthétique)"),
    ...several("C2", profile.sectors, "Autre secteur (synthétique)"),
    ...several("C3", profile.plans, "Autre plan (synthétique)"),
    ...several("C4", profile.levels, ""),
    ...several("C5", profile.activities, "Autre activité (synthétique)"),
    ...yesOrNo("C6", profile.ministryAsked, {
      question: "C6.text",
      text: "Réponse synthétique : partage d'outils",
    }),
    ...yesOrNo("C7", profile.worksWithUserCommittee, {
      question: "C7.text",
      text: "Réponse synthétique : projet commun",
    }),
    { question: "D", text: `Réponse synthétique : ${profile.strength}` },
    { question: "E", text: `Réponse synthétique : ${profile.challenge}` },
  ];
}
