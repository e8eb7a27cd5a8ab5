import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSteward } from "../../../test/harness/subgraph.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";
import { aDefinition, type DefineAnswer, defineMutation } from "./testing/a-definition.js";
import { plainSqlOf } from "./testing/plain-sql.js";
import { aRandomCampaign } from "./testing/random-campaign.js";
import { type RandomDefinition, randomDefinitions, type SentMeasure } from "./testing/random-grammar.js";

// To see a failure again: GRAMMAR_SEED=… with the seed of the title.
const seed = Number(process.env.GRAMMAR_SEED ?? Math.floor(Math.random() * 1_000_000));
const definitions = randomDefinitions(72, seed);
const levels = ["PROVINCE", "PEER_GROUP", "REGION_GROUP", "HEALTH_REGION"];
const campaigns = [
  ["2030-R", "RESPONDENTS"],
  ["2030-O", "OFFICES"],
] as const;
const publisher = aSteward("steward:publish");

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
  for (const [index, [code, base]] of campaigns.entries())
    await aRandomCampaign(hub.database, code, base, seed + index);
}, 120_000);
afterAll(() => hub.database.drop());

interface Row {
  level: string;
  area: string;
  category: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  numerator: number | null;
  denominator: number | null;
}
interface Published extends Row {
  basis: string;
  status: string;
  reason: string | null;
}
interface Oracle extends Row {
  contributors: number;
}

const published = (campaign: string, indicator: string): Promise<Published[]> =>
  hub.database.query<Published>(
    `SELECT level, area, category, value, low, high, numerator, denominator, basis, status, reason
     FROM quality_indicators_published.observation WHERE campaign = $1 AND indicator = $2 ORDER BY id`,
    [campaign, indicator],
  );
const asFloats = `level, area, category, value::float8, low::float8, high::float8, numerator::float8,
  denominator::float8, contributors::integer`;

/** What plain SQL says that a measure should be published as, area by area. */
async function expectedOf(
  campaign: string,
  base: string,
  { basis }: RandomDefinition,
  measure: SentMeasure,
  areas: readonly { level: string; area: string; sent: number }[],
): Promise<Published[]> {
  const oracle = await hub.database.query<Oracle>(
    `SELECT ${asFloats} FROM (${plainSqlOf(measure, base)}) AS plain`,
    [campaign],
  );
  const province = oracle.filter(({ level }) => level === "PROVINCE");
  return areas.flatMap(({ level, area, sent }) => {
    const here = oracle.filter((row) => row.level === level && row.area === area);
    // A group has the rows of the province: who said here what nobody said elsewhere is told by none.
    return categoriesOf(measure, province).map((category) => ({
      level,
      area,
      category,
      basis: basisOf(measure, base, basis),
      ...outcomeOf(sent, here.find((row) => row.category === category) ?? saidByNobody(here)),
    }));
  });
}

const saidByNobody = ([beside]: readonly Oracle[]): Oracle | undefined =>
  beside && { ...beside, value: 0, numerator: 0 };

function outcomeOf(sent: number, row: Oracle | undefined) {
  const none = { value: null, low: null, high: null, numerator: null, denominator: null };
  if (sent < 5) return { ...none, status: "SUPPRESSED", reason: "SMALL_GROUP" };
  if (!row || row.contributors === 0) return { ...none, status: "CANNOT_BE_CALCULATED", reason: "NO_ANSWER" };
  if (row.contributors < 5) return { ...none, status: "SUPPRESSED", reason: "SMALL_GROUP" };
  if (row.value === null) return { ...none, status: "CANNOT_BE_CALCULATED", reason: "DENOMINATOR_IS_ZERO" };
  const { value, low, high, numerator, denominator } = row;
  return { value, low, high, numerator, denominator, status: "OBSERVED", reason: null };
}

// The choices of the random form, for where nobody is left to tell them.
const choicesOf: Record<string, string[]> = {
  X1: ["LOW", "MIDDLE", "HIGH"],
  X2: ["RED", "GREEN", "BLUE", "OTHER"],
  X3: ["YES", "NO"],
};
function categoriesOf(measure: SentMeasure, rows: readonly Oracle[]): (string | null)[] {
  if (measure.parts) return measure.parts.map(({ category }) => category);
  if (measure.kind !== "SHARE_BY_CHOICE") return [measure.category ?? null];
  const isUnsure = rows.some(({ category }) => category === "DOES_NOT_KNOW");
  return [...choicesOf[measure.question ?? ""]!, ...(isUnsure ? ["DOES_NOT_KNOW"] : [])];
}
function basisOf({ kind, units, coverageOf, universe }: SentMeasure, base: string, basis: string): string {
  if (kind === "COVERAGE")
    return coverageOf === "ESTABLISHMENTS" && universe === 32 ? "ESTABLISHMENTS_QUESTIONNAIRE" : coverageOf!;
  return ["SUM", "RATE", "COMPOSITION"].includes(kind) ? basis : (units ?? base);
}
const protections = new Set(["DIFFERENCE_TOO_SMALL", "PROTECTED"]);
const placeOf = ({ level, area, category, basis }: Published): string =>
  JSON.stringify([level, area, category, basis]);
const inOrder = (rows: readonly Published[]): Published[] =>
  [...rows].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
const plain = ({ level, area, category, basis, status, reason, ...numbers }: Published): Published => ({
  level,
  area,
  category,
  basis,
  status,
  reason,
  value: numbers.value,
  low: numbers.low,
  high: numbers.high,
  numerator: numbers.numerator,
  denominator: numbers.denominator,
});

describe(`indicators drawn at random from the grammar (GRAMMAR_SEED=${seed})`, () => {
  it("are defined by a steward through the API, 72 of them", async () => {
    for (const { code, unit, valueType, basis, measures } of definitions) {
      const { data, errors } = await hub.ask<DefineAnswer>(
        defineMutation,
        {
          input: aDefinition({
            code,
            unit,
            valueType,
            basis,
            measures,
            levels,
            askedIn: campaigns.map(([campaign]) => campaign),
            categories: ["SECOND", "PART_N1", "PART_N2", "PART_N3", "PART_D1", "PART_D2"].map((category) => ({
              code: category,
              label: { fr: category },
            })),
          }),
        },
        publisher,
      );
      expect({ code, errors, hidden: hub.hidden, issues: data?.defineIndicator.issues }).toEqual({
        code,
        errors: undefined,
        hidden: [],
        issues: [],
      });
    }
  }, 120_000);

  it.each(campaigns)(
    "are published as plain SQL over the answers computes them: %s (%s)",
    async (campaign, base) => {
      const { errors } = await hub.ask(
        'mutation ($campaign: String!) { publishCampaign(campaign: $campaign, reason: "Essai") { vintage } }',
        { campaign },
        publisher,
      );
      expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
      const areas = await hub.database.query<{ level: string; area: string; sent: number }>(
        `SELECT level, area, count(id)::integer AS sent FROM quality_indicators.frame
       CROSS JOIN LATERAL (VALUES ('PROVINCE', 'QC'), ('PEER_GROUP', peer_group), ('REGION_GROUP', region_group),
         ('HEALTH_REGION', region)) AS here(level, area)
       LEFT JOIN quality_indicators.submission USING (campaign, office)
       WHERE campaign = $1 AND area IS NOT NULL GROUP BY level, area`,
        [campaign],
      );
      let observed = 0;
      for (const definition of definitions) {
        const expected: Published[] = [];
        for (const measure of definition.measures)
          expected.push(...(await expectedOf(campaign, base, definition, measure, areas)));
        const found = await published(campaign, definition.code);
        // What is protected says nothing else; which rows are is the business of the attacks on a publication.
        const isProtected = new Set(found.filter(({ reason }) => protections.has(reason ?? "")).map(placeOf));
        for (const row of found.filter((one) => isProtected.has(placeOf(one))))
          expect(row).toMatchObject({ status: "SUPPRESSED", value: null, low: null, high: null });
        const open = (rows: readonly Published[]) =>
          inOrder(rows.filter((row) => !isProtected.has(placeOf(row))).map(plain));
        expect({ measures: definition.measures, rows: open(found) }).toEqual({
          measures: definition.measures,
          rows: open(expected),
        });
        expect(found).toHaveLength(expected.length);
        observed += found.filter(({ status }) => status === "OBSERVED").length;
      }
      expect(observed).toBeGreaterThan(100);
    },
    120_000,
  );
});
