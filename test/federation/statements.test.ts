import { afterAll, beforeAll, expect, it } from "vitest";
import { portalBody, portalQuery } from "../bench/portal-query.js";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

const portal = async (): Promise<{ establishments: unknown[] }> => {
  const { data, errors } = await hub.ask<{ establishments: unknown[] }>(portalQuery, {
    variables: (JSON.parse(portalBody(1)) as { variables: Record<string, unknown> }).variables,
  });
  expect(errors).toBeUndefined();
  return data!;
};

async function statementsOfPortal(): Promise<{ statements: number; establishments: number }> {
  await portal();
  const before = hub.statements.length;
  const { establishments } = await portal();
  return { statements: hub.statements.length - before, establishments: establishments.length };
}

it("sends PostgreSQL as many statements for 350 establishments as for 35", async () => {
  const small = await statementsOfPortal();
  await hub.database.query(`
    INSERT INTO establishments_published.establishment
      SELECT (jsonb_populate_record(e, jsonb_build_object('code', e.code || '-' || n, 'number', e.number + n * 100))).*
        FROM establishments_published.establishment e, generate_series(1, 9) n;
    INSERT INTO establishments_published.partnership_office
      SELECT (jsonb_populate_record(o, jsonb_build_object('code', o.code || '-' || n, 'establishment', o.establishment || '-' || n))).*
        FROM establishments_published.partnership_office o, generate_series(1, 9) n;
    INSERT INTO user_committees_published.user_committee
      SELECT (jsonb_populate_record(c, jsonb_build_object('id', c.id || '-' || n, 'establishment', c.establishment || '-' || n, 'position', c.position + n * 1000))).*
        FROM user_committees_published.user_committee c, generate_series(1, 9) n;
    INSERT INTO quality_indicators_published.observation (vintage, indicator, indicator_version, campaign, level, area, unit, basis, status, reason, origin, provenance, period)
      SELECT vintage, indicator, indicator_version, campaign, level, area || '-' || n, unit, basis, status, reason, origin, provenance, period
        FROM quality_indicators_published.observation, generate_series(1, 9) n WHERE level = 'ESTABLISHMENT';
  `);
  const large = await statementsOfPortal();
  expect([small.establishments, large.establishments]).toEqual([35, 350]);
  expect(small.statements).toBeGreaterThan(4);
  expect(large.statements).toBe(small.statements);
}, 60_000);
