import { sectorOfPlan } from "./activities-2024.js";
import { challenges, profiles2024, strengths } from "./answers-2024.js";
import { choicesOf, questionsAsked } from "./instrument.js";
import { moduleAnswers } from "./module-g.js";
import { answersOf, offerFor, type OfficeProfile } from "./office-profile.js";
import { type Office, officesOfRegister } from "./offices.js";
import { type Random, seededRandom } from "./random.js";
import type { SyntheticSubmission } from "./synthetic-submission.js";

// Left open, so that whoever tries the hub can send the figures of this establishment.
const leftOpen = "ciusss-estrie-chus";

// Twenty offices, and enough of each peer group for its shares to be published.
const drawnByPeerGroup: readonly (readonly [string | null, number])[] = [
  ["CISSS", 8],
  ["CIUSSS", 5],
  ["CHU_INSTITUT", 5],
  [null, 2],
];

// The module is optional: most offices answer it, not all.
const answeringModule = 0.9;

/** A number that moved by at most `share` of itself. */
const moved = (random: Random, number: number, share: number): number =>
  Math.round(number * (1 + share * (2 * random.next() - 1)));

function withOneMore(
  random: Random,
  marks: ReadonlySet<string>,
  codes: readonly string[],
): ReadonlySet<string> {
  const unmarked = codes.filter((code) => code !== "OTHER" && !marks.has(code));
  return unmarked.length > 0 && random.next() < 0.5 ? new Set([...marks, random.pick(unmarked)]) : marks;
}

/** The same office two years later. */
function later(random: Random, before: OfficeProfile): OfficeProfile {
  const questions = questionsAsked("2025-2026");
  const codes = (question: string): string[] => choicesOf(questions, question).map(({ code }) => code);
  const bands = codes("B3");
  const bank = moved(random, before.partners?.bank ?? 0, 0.2);
  const sectors = withOneMore(random, before.sectors, codes("C2"));
  const activities = withOneMore(random, before.activities, codes("C5"));
  // The plan for palliative care ended before this year did.
  const plans = new Set([...before.plans].filter((plan) => plan !== "PALLIATIVE_2020_25"));
  const possible = codes("C3").filter((plan) => sectors.has(sectorOfPlan.get(plan) ?? ""));
  return {
    ...before,
    years: bands[Math.min(bands.length - 1, bands.indexOf(before.years) + 1)] ?? before.years,
    partners: { bank, active: Math.min(bank, moved(random, before.partners?.active ?? 0, 0.2)) },
    sectors,
    activities,
    plans: plans.size > 0 ? withOneMore(random, plans, possible) : new Set(["CAREGIVERS_2021_26"]),
    offer: offerFor(activities, before.offer),
    companions: random.next() < 0.4 ? random.integer(1, 3) : 0,
    ministryAsked: before.ministryAsked || random.next() < 0.1,
    strength: random.pick(strengths),
    challenge: random.pick(challenges),
  };
}

/** An office that did not answer in 2024: young and small, otherwise like one of few sectors. */
function young(random: Random, like: OfficeProfile): OfficeProfile {
  const bank = random.integer(8, 30);
  return {
    ...like,
    years: random.pick(["LT1", "Y1_3"]),
    budget: random.pick(["B0_50K", "B50_100K"]),
    persons: 1,
    fullTimeEquivalents: random.integer(4, 8) / 10,
    partners: { bank, active: random.integer(Math.ceil(bank / 3), bank) },
  };
}

function drawn(random: Random): Set<Office> {
  const offices = officesOfRegister.filter(({ establishment }) => establishment !== leftOpen);
  return new Set(
    drawnByPeerGroup.flatMap(([group, count]) =>
      random.shuffle(offices.filter(({ peerGroup }) => peerGroup === group)).slice(0, count),
    ),
  );
}

/** The demonstration submissions of 2025-2026: most offices answered in 2024 too and changed a little. */
export function syntheticSubmissions2025(seed = 2025): SyntheticSubmission[] {
  const random = seededRandom(seed);
  // A chance of its own: the module leaves every other answer as it was.
  const chance = seededRandom(seed + 7);
  const questions = questionsAsked("2025-2026");
  const before = new Map(
    profiles2024().map(({ office, profiles }) => [office.establishment, profiles[0] as OfficeProfile]),
  );
  const narrowest = [...before.values()]
    .sort((left, right) => left.sectors.size - right.sectors.size)
    .slice(0, before.size / 2);
  const answering = drawn(random);
  const establishments = new Set([...answering].map(({ establishment }) => establishment));
  return officesOfRegister
    .filter(({ establishment }) => establishments.has(establishment))
    .map(({ establishment, office }) => {
      const known = before.get(establishment);
      const grown = later(random, known ?? random.pick(narrowest));
      const profile = known ? grown : young(random, grown);
      const answers = answersOf(profile, questions);
      const module = chance.next() < answeringModule ? moduleAnswers(chance, profile, questions) : [];
      return { establishment, office, responses: [[...answers, ...module]] };
    });
}
