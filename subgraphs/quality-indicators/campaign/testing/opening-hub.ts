import { expect } from "vitest";
import type { FormattedExecutionResult } from "graphql";
import { aDatabase, testDay, type TestDatabase } from "../../../../test/harness/database.js";
import { type Ask, aSteward, aSubgraph } from "../../../../test/harness/subgraph.js";
import { qualityIndicators } from "../../index.js";
import { anOpening, type OpeningAnswer, openingMutation } from "./an-opening.js";

/** Who opens campaigns. */
export const collector = aSteward("steward:collect");

const tables = [
  "quality_indicators_published.campaign",
  "quality_indicators_published.instrument",
  "quality_indicators.campaign_window",
  "quality_indicators.frame",
  "quality_indicators.audit_entry",
];

/** A hub of reference facts only, where campaigns are opened. */
export interface OpeningHub {
  readonly database: TestDatabase;
  readonly ask: Ask;
  /** Sends the input as it is. */
  send(input: object, principal?: typeof collector): Promise<FormattedExecutionResult<OpeningAnswer>>;
  /** Opens a campaign that is expected to be answered, not refused as a whole. */
  open(changes?: Record<string, unknown>): Promise<OpeningAnswer["openCampaign"]>;
  /** How many campaigns, forms, windows, expected offices and entries of the audit there are. */
  rows(): Promise<number[]>;
  /** Runs what must write nothing, and makes sure of it. */
  writingNothing<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Starts it on a database of its own. */
export async function anOpeningHub(): Promise<OpeningHub> {
  const database = await aDatabase("reference");
  const { ask, hidden } = aSubgraph(qualityIndicators, database, () => testDay);
  const send: OpeningHub["send"] = (input, principal = collector) =>
    ask<OpeningAnswer>(openingMutation, { input }, principal);
  const rows = async (): Promise<number[]> => {
    const counts = tables.map((table, index) => `(SELECT count(*)::integer FROM ${table}) AS t${index}`);
    const [found] = await database.query<Record<string, number>>(`SELECT ${counts.join(", ")}`);
    return Object.values(found ?? {});
  };
  return {
    database,
    ask,
    send,
    rows,
    async open(changes = {}) {
      const { data, errors } = await send(anOpening(changes));
      expect({ errors, hidden }).toEqual({ errors: undefined, hidden: [] });
      return data!.openCampaign;
    },
    async writingNothing(work) {
      const before = await rows();
      const result = await work();
      expect(await rows()).toEqual(before);
      return result;
    },
  };
}

// What only the hub says of a form: where a question comes from, and that it is asked.
const hubsOwn = new Set(["provenance", "asked"]);

/** A form, or an input that holds one, as a steward may write it. */
export const asWritten = <Input extends object>(input: Input): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(input, (key, value: unknown) => (hubsOwn.has(key) ? undefined : value)),
  ) as Record<string, unknown>;
