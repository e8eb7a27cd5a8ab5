import fc from "fast-check";
import { randomForm, randomPeerGroups, randomRegions } from "./random-campaign.js";

/** A condition as it is sent. */
export type SentFilter = {
  all?: SentFilter[];
  any?: SentFilter[];
  not?: SentFilter;
  question?: string;
  choice?: string;
  answered?: true;
  missing?: string;
  atLeast?: number;
  below?: number;
  peerGroup?: string;
  region?: string;
};
/** A measure as it is sent. */
export interface SentMeasure {
  kind: string;
  category?: string;
  units?: "RESPONDENTS" | "OFFICES";
  where?: SentFilter;
  of?: SentFilter;
  question?: string;
  numerator?: { question: string; units?: "RESPONDENTS" | "OFFICES" };
  denominator?: { question: string; units?: "RESPONDENTS" | "OFFICES" };
  scale?: number;
  parts?: { category: string; question: string }[];
  coverageOf?: "OFFICES" | "ESTABLISHMENTS" | "HEALTH_REGIONS";
  universe?: number;
  onTime?: boolean;
}

const numbers = randomForm
  .filter(({ type }) => type === "INTEGER" || type === "DECIMAL")
  .map(({ code }) => code);
const choosing = randomForm.filter(({ choices }) => choices.length > 0);
const numberQuestion = fc.constantFrom(...numbers);
const units = fc.constantFrom("RESPONDENTS" as const, "OFFICES" as const);

const condition: fc.Arbitrary<SentFilter> = fc.oneof(
  fc
    .constantFrom(...choosing)
    .chain(({ code, choices }) =>
      fc.constantFrom(...choices.map((choice) => choice.code)).map((choice) => ({ question: code, choice })),
    ),
  fc.constantFrom(...randomForm).map(({ code }) => ({ question: code, answered: true as const })),
  fc.record({
    question: fc.constantFrom(...randomForm.map(({ code }) => code)),
    missing: fc.constantFrom("NOT_ANSWERED", "DOES_NOT_KNOW", "NOT_APPLICABLE"),
  }),
  fc.record({ question: numberQuestion, atLeast: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ question: numberQuestion, below: fc.integer({ min: 1, max: 9 }) }),
  fc
    .record({
      question: numberQuestion,
      atLeast: fc.integer({ min: 0, max: 6 }),
      width: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ question, atLeast, width }) => ({ question, atLeast, below: atLeast + width })),
  fc.constantFrom(...randomPeerGroups).map((peerGroup) => ({ peerGroup })),
  fc.constantFrom(...randomRegions).map((region) => ({ region })),
);

const { filter } = fc.letrec<{ filter: SentFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc.array(tie("filter"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("filter"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("filter").map((not) => ({ not })),
  ),
}));

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const term = fc.record({ question: numberQuestion, units: maybe(units) });
const ofUnits = { units: maybe(units), where: maybe(filter) };

/** What a definition says beside its measures, by the kind of these. */
interface Told {
  readonly unit: string;
  readonly valueType: string;
  readonly basis: string;
}
const percent: Told = { unit: "PERCENT", valueType: "PROPORTION", basis: "RESPONDENTS" };
const projects: Told = { unit: "PROJECTS", valueType: "COUNT", basis: "PROJECTS" };

/** A measure of each kind, drawn at random, and what a definition of it says. */
export const randomMeasures: Readonly<Record<string, readonly [Told, fc.Arbitrary<object>]>> = {
  COUNT: [{ unit: "OFFICES", valueType: "COUNT", basis: "OFFICES" }, fc.record(ofUnits)],
  SHARE: [percent, fc.record({ of: filter, ...ofUnits })],
  SHARE_BY_CHOICE: [
    percent,
    fc.record({ question: fc.constantFrom(...choosing.map(({ code }) => code)), ...ofUnits }),
  ],
  SUM: [projects, fc.record({ question: numberQuestion, ...ofUnits })],
  MEAN: [
    { unit: "FTE", valueType: "MEAN", basis: "OFFICES" },
    fc.record({ question: numberQuestion, ...ofUnits }),
  ],
  DISTRIBUTION: [
    { unit: "FTE", valueType: "RANGE", basis: "OFFICES" },
    fc.record({ question: numberQuestion, ...ofUnits }),
  ],
  RATE: [
    { unit: "FTE_PER_100_PARTNERS", valueType: "MEAN", basis: "PARTNERS_ACTIVE" },
    fc.record({
      numerator: term,
      denominator: term,
      scale: fc.constantFrom(1, 10, 100, 1000),
      where: maybe(filter),
    }),
  ],
  COMPOSITION: [
    projects,
    fc.record({
      parts: fc
        .subarray(numbers, { minLength: 2 })
        .map((questions) => questions.map((question) => ({ category: `PART_${question}`, question }))),
      ...ofUnits,
    }),
  ],
  COVERAGE: [
    percent,
    fc.record({
      coverageOf: fc.constantFrom("OFFICES", "ESTABLISHMENTS", "HEALTH_REGIONS"),
      universe: fc.constantFrom(32, 35),
      onTime: maybe(fc.boolean()),
    }),
  ],
};

/** A definition drawn from the grammar: its measures are what the oracle translates. */
export interface RandomDefinition extends Told {
  readonly code: string;
  readonly measures: readonly SentMeasure[];
}

/** As many definitions as asked for, of every kind in turn, from a seed; some with a second measure beside the first. */
export function randomDefinitions(count: number, seed: number): RandomDefinition[] {
  const kinds = Object.entries(randomMeasures);
  return Array.from({ length: count }, (_, index) => {
    const [kind, [told, arbitrary]] = kinds[index % kinds.length]!;
    const drawn = fc.sample(arbitrary, { seed: seed + index, numRuns: 2 }) as Partial<SentMeasure>[];
    const hasSecond = index % 3 === 0 && !["SHARE_BY_CHOICE", "COMPOSITION"].includes(kind);
    const measures = (hasSecond ? drawn : drawn.slice(0, 1)).map((members, place) => ({
      kind,
      ...members,
      ...(place === 1 ? { category: "SECOND" } : {}),
    }));
    return { code: `IQP-${100 + index}`, ...told, measures };
  });
}
