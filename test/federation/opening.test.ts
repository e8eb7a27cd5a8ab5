import { afterEach, describe, expect, it } from "vitest";
import { anOpening } from "../../subgraphs/quality-indicators/campaign/testing/an-opening.js";
import { aHub, type TestHub } from "../harness/hub.js";

interface Opened {
  openCampaign: { status: string; expectedOffices: number };
}

const mutation = `mutation Open($input: OpenCampaignInput!) {
  openCampaign(input: $input) { status expectedOffices issues { code path } }
}`;

let hub: TestHub;
afterEach(() => hub?.close());

const open = (code: string) =>
  hub.ask<Opened>(mutation, { account: "steward:collect", variables: { input: anOpening({ code }) } });

async function expectOpened(): Promise<void> {
  const { data, errors } = await open("2026-2027");
  expect(errors).toBeUndefined();
  expect(data!.openCampaign).toEqual({ status: "OPENED", expectedOffices: 35, issues: [] });
  const { data: read } = await hub.ask<{ campaigns: object[] }>("{ campaigns { code } }");
  expect(read!.campaigns).toContainEqual({ code: "2026-2027" });
}

describe("a campaign opened through the gateway", () => {
  it("takes its frame from the establishments, in process", async () => {
    hub = await aHub("in process");
    await expectOpened();
  }, 60_000);

  it("takes its frame over HTTP, and leaves no trace when the establishments do not answer", async () => {
    hub = await aHub("over HTTP");
    await expectOpened();
    await hub.stopSubgraph("establishments");
    const { data, errors } = await open("2027-2028");
    expect(data).toBeFalsy();
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["PEER_UNAVAILABLE"]);
    const traces = await hub.database.query(
      `SELECT code FROM quality_indicators_published.campaign WHERE code = '2027-2028'
       UNION SELECT code FROM quality_indicators_published.instrument WHERE code = '2027-2028'
       UNION SELECT campaign FROM quality_indicators.campaign_window WHERE campaign = '2027-2028'
       UNION SELECT campaign FROM quality_indicators.frame WHERE campaign = '2027-2028'
       UNION SELECT subject FROM quality_indicators.audit_entry WHERE subject = '2027-2028'`,
    );
    expect(traces).toEqual([]);
  }, 60_000);
});
