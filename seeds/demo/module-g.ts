import { choicesOf, type Question } from "./instrument.js";
import type { OfficeProfile } from "./office-profile.js";
import type { Random } from "./random.js";
import type { SyntheticAnswer } from "./synthetic-submission.js";

type Weights = Readonly<Record<string, number>>;

const degrees = { INFORMATION: 2, CONSULTATION: 4, COLLABORATION: 3, PARTNERSHIP: 2 };
const leaders = { PROFESSIONAL_LED: 5, PATIENT_LED: 1, CO_LED: 3 };
const profiles = { RESOURCE: 0.6, TRAINER: 0.25, RESEARCHER: 0.15, COACH: 0.1 };
const diversity: Readonly<Record<string, Weights>> = {
  ageBand: { UNDER_18: 1, A18_34: 6, A35_49: 12, A50_64: 22, A65_PLUS: 26, UNDISCLOSED: 4 },
  gender: { WOMAN: 40, MAN: 24, NON_BINARY: 1, UNDISCLOSED: 4 },
  firstLanguage: { FR: 52, EN: 9, INDIGENOUS: 1, OTHER: 5, UNDISCLOSED: 4 },
};

/** A whole number dealt out by weight, with some chance in it; the parts add up to it. */
function dealt(random: Random, total: number, weights: Weights): Record<string, number> {
  const codes = Object.keys(weights);
  const parts = Object.fromEntries(codes.map((code) => [code, 0]));
  const sum = Object.values(weights).reduce((left, right) => left + right);
  for (let rest = total; rest > 0; rest -= 1) {
    let ticket = random.next() * sum;
    const code = codes.find((candidate) => (ticket -= weights[candidate] ?? 0) < 0) ?? codes[0] ?? "";
    parts[code] = (parts[code] ?? 0) + 1;
  }
  return parts;
}

const numbers = (question: string, parts: Record<string, number>): SyntheticAnswer[] =>
  Object.entries(parts).map(([code, number]) => ({ question: `${question}.${code}`, number }));

function recognition(random: Random): SyntheticAnswer[] {
  const offered = ["HOURLY", "FLAT", "EXPENSES", "NON_MONETARY"].filter(() => random.next() < 0.55);
  if (offered.length === 0) return [{ question: "G5", choices: ["NONE"] }];
  const hourly = { question: "G5.hourly", number: random.integer(40, 100) / 2 };
  const days = { question: "G5.days", number: random.integer(10, 90) };
  return [
    { question: "G5", choices: offered },
    ...(offered.includes("HOURLY") ? [hourly] : []),
    ...(offered.includes("EXPENSES") ? [days] : []),
  ];
}

function committees(random: Random, isTogether: boolean, questions: readonly Question[]): SyntheticAnswer[] {
  const codesOf = (question: string): string[] => choicesOf(questions, question).map(({ code }) => code);
  const counts = isTogether ? { CU: random.integer(1, 4), CUCI: 1, CR: random.integer(0, 3) } : {};
  const types = codesOf("G8.types").filter(() => isTogether && random.next() < 0.5);
  const intensities = codesOf("G8.intensity").filter((code) => code !== "NONE_PLANNED" && code !== "UNKNOWN");
  return [
    ...numbers("G8", { CU: 0, CUCI: 0, CR: 0, ...counts }),
    ...(types.length > 0 ? [{ question: "G8.types", choices: types }] : []),
    { question: "G8.intensity", choices: [isTogether ? random.pick(intensities) : "NONE_PLANNED"] },
  ];
}

/** What an office answers to the optional module G: sums that agree with each other and with its pool of partners. */
export function moduleAnswers(
  random: Random,
  { partners, worksWithUserCommittee }: OfficeProfile,
  questions: readonly Question[],
): SyntheticAnswer[] {
  const { bank, active } = partners ?? { bank: 0, active: 0 };
  const projects = random.integer(4, 30);
  const inProfile = Object.fromEntries(
    Object.entries(profiles).map(([code, share]) => [
      code,
      Math.round(active * share * (0.5 + random.next())),
    ]),
  );
  return [
    ...numbers("G1", dealt(random, projects, degrees)),
    ...numbers("G2", dealt(random, projects, leaders)),
    ...numbers("G3", inProfile),
    ...Object.entries(diversity).flatMap(([axis, weights]) =>
      numbers(`G4.${axis}`, dealt(random, bank, weights)),
    ),
    ...recognition(random),
    { question: "G6.hours", number: random.integer(0, 16) / 2 },
    { question: "G6.coached", choices: [random.next() < 0.7 ? "YES" : "NO"] },
    { question: "G7.IN", number: random.integer(0, 5) },
    { question: "G7.ON", number: random.integer(0, 2) },
    ...committees(random, worksWithUserCommittee, questions),
    { question: "G9", number: random.integer(0, 4) },
    { question: "G10", number: random.next() < 0.75 ? 0 : random.integer(1, 6) },
  ];
}
