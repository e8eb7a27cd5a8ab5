import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { schemaFolder } from "../../gateway/hub.js";
import { aHub, type TestHub } from "../harness/hub.js";

type Field = GraphQLField<unknown, unknown>;

const schema = buildSchema(readFileSync(join(schemaFolder, "public.graphql"), "utf8"));
const roots = Object.values(schema.getQueryType()!.getFields());

const codes: Record<string, string> = {
  establishment: "chum",
  qualityIndicator: "IQP-06",
  recommendation: "P1",
};
const given = (field: Field, argument: string): string => {
  if (argument === "campaign") return '"2024"';
  if (argument === "campaigns") return '["2019", "2024"]';
  return JSON.stringify(codes[field.name] ?? "unknown");
};

function argumentsOf(field: Field, asOf?: string): string {
  const written = field.args
    .filter(isRequiredArgument)
    .map(({ name }) => `${name}: ${given(field, name)}`)
    .concat(asOf === undefined ? [] : [`asOf: ${asOf}`]);
  return written.length === 0 ? "" : `(${written.join(", ")})`;
}

/** Every field, down to the given number of steps below the first. */
function selectionOf(type: GraphQLOutputType, steps: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "";
  const selected = Object.values(named.getFields())
    .filter((field) => steps > 0 || !isObjectType(getNamedType(field.type)))
    .map((field) => `${field.name}${argumentsOf(field)} ${selectionOf(field.type, steps - 1)}`);
  return `{ __typename ${selected.join(" ")} }`;
}

const question = (field: Field, asOf?: string, steps = 1): string =>
  `{ ${field.name}${argumentsOf(field, asOf)} ${selectionOf(field.type, steps)} }`;

describe("every public query", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub("in process");
  }, 60_000);
  afterAll(() => hub?.close());

  // Keys that arrive late make a loader send a second statement: the fewest of some runs is what the query costs.
  async function asked(query: string): Promise<{ data: unknown; fewest: number }> {
    const counts: number[] = [];
    let told: unknown;
    for (let run = 0; run < 3; run += 1) {
      const before = hub.statements.length;
      const { data, errors } = await hub.ask(query);
      expect(errors).toBeUndefined();
      counts.push(hub.statements.length - before);
      told = data;
    }
    return { data: told, fewest: Math.min(...counts) };
  }

  it("takes asOf, a day, as does every list of observations", () => {
    expect(roots.length).toBeGreaterThan(20);
    const observations = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).filter(({ name }) => name === "observations") : [],
    );
    expect(observations).toHaveLength(3);
    const without = [...roots, ...observations].filter(
      ({ args }) => !args.some(({ name, type }) => name === "asOf" && String(type) === "Date"),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it.each(roots.map(({ name }) => name))(
    "%s: as of a day to come tells the latest, in as many statements; given as null it is left out",
    async (name) => {
      const field = roots.find((root) => root.name === name)!;
      const latest = await asked(question(field));
      const toCome = await asked(question(field, '"2999-12-31"'));
      const absent = await asked(question(field, "null"));
      expect(toCome.data).toEqual(latest.data);
      expect(absent.data).toEqual(latest.data);
      expect(latest.fewest).toBeGreaterThan(0);
      expect([toCome.fewest, absent.fewest]).toEqual([latest.fewest, latest.fewest]);
    },
  );

  it.each([
    // No answer of the demonstration is told region by region.
    { of: "a region", place: "healthRegions", vintage: "[]" },
    { of: "an establishment", place: 'establishment(code: "chum")', vintage: '"2024.1"' },
    { of: "an indicator", place: "qualityIndicators", vintage: '"2024.1"' },
  ])(
    "tells the observations of $of as of a day to come in as many statements as the latest",
    async ({ place, vintage }) => {
      const write = (asOf: string) =>
        `{ ${place} { observations(campaign: "2024"${asOf}) { value status reason vintage contradictions { id } } } }`;
      const latest = await asked(write(""));
      expect(await asked(write(', asOf: "2999-12-31"'))).toEqual(latest);
      expect(JSON.stringify(latest.data)).toContain(vintage);
    },
  );

  it.each(["1899-12-31", "3000-01-01", "2026-02-30", "2026-7-1", "demain"])(
    "refuses the day %s with what it expects",
    async (day) => {
      for (const field of roots) {
        const { errors } = await hub.ask(question(field, JSON.stringify(day), 0));
        expect([field.name, errors?.[0]?.extensions?.code]).toEqual([field.name, "INVALID_ARGUMENT"]);
        expect(errors?.[0]?.message).toMatch(/AAAA-MM-JJ|YYYY-MM-DD/);
      }
    },
  );
});
