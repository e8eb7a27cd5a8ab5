import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDay } from "../../../test/harness/database.js";
import { anEstablishmentPrincipal, aSteward } from "../../../test/harness/subgraph.js";
import type { SubgraphContext } from "../../shared/context.js";
import { qualityIndicators } from "../index.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";
import { candidateRows, computePublication } from "./compute-publication.js";
import { type PreparedPublication, preparePublication } from "./prepare-publication.service.js";
import { ComputedPublications } from "./computed-publications.js";
import type { PublicationInput } from "./publication-input.js";
import { answersOf } from "./compute-publication.js";
import { auditRows } from "./protection/audit-rows.js";
import { previewPublication, publishCampaign } from "./publish-campaign.service.js";
import { asEarlier, aPublication } from "./testing/a-publication.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

const context = (): SubgraphContext => ({
  principal: aSteward("steward:publish"),
  database: hub.database.of(qualityIndicators),
  clock: () => testDay,
  requestId: "test",
  cursorKey: () => Buffer.alloc(32),
  loaders: new Map(),
  extensions: {},
  ask: () => Promise.reject(new Error("expected no question to a neighbour")),
});

/** A publication that nothing protects: the audit alone stands between it and its readers. */
async function unprotected(...args: Parameters<typeof preparePublication>): Promise<PreparedPublication> {
  const prepared = await preparePublication(...args);
  const input = aPublication();
  const candidates = candidateRows(input);
  const rows = candidates.map(({ row }) => row);
  return { ...prepared, rows, ...(await auditRows(rows, candidates, input, answersOf(input))) };
}

describe("a preview", () => {
  it("of an unchanged campaign computes nothing again; a correction that was approved is computed", async () => {
    const inputs: PublicationInput[] = [];
    const computed = new ComputedPublications(async (input) => {
      inputs.push(input);
      return { rows: [], unsafe: [], alreadyTold: [], judged: 0, insiders: 0, narrowest: null };
    }, 3);
    const preview = (principal = aSteward("steward:publish")) =>
      previewPublication({ ...context(), principal }, "2025-2026", (asked, facts) =>
        preparePublication(asked, facts, computed),
      );
    const [first, second] = [await preview(), await preview()];
    expect([second, inputs.length]).toEqual([first, 1]);
    // Who may not read what it is made of finds nothing of what was computed: it is read first, by the caller's own rights.
    await expect(preview(anEstablishmentPrincipal("chum"))).rejects.toThrow("permission denied");
    expect(inputs).toHaveLength(1);
    await hub.database.query(`SET session_replication_role = replica;
      UPDATE quality_indicators.submission SET approved_by = 'another' WHERE campaign = '2025-2026' AND office = 'bureau-chum'`);
    await preview();
    expect(inputs).toHaveLength(2);
  });
});

describe("a publication that would tell too much", () => {
  it("is refused with which figures and why, and nothing is written", async () => {
    const refused = await hub.writingNothing(() =>
      publishCampaign(context(), "2025-2026", "Essai", unprotected).catch((error: unknown) => error),
    );
    expect(refused).toMatchObject({
      extensions: {
        code: "PUBLICATION_NOT_SAFE",
        family: "CONFLICT",
        place: "campaign",
        messages: {
          fr: expect.stringMatching(/IQP-\d\d .*PEER_GROUP CIUSSS \(FEW_OFFICES\)/),
          en: expect.stringMatching(/nothing is published/),
        },
      },
    });
    const entries = await hub.database.query(
      "SELECT FROM quality_indicators.publication_register WHERE campaign = '2025-2026'",
    );
    expect(entries).toEqual([]);
  }, 120_000);

  it("is previewed with each of them: offices told apart, and numbers of persons too small", async () => {
    const { unsafe, alreadyTold } = await hub.writingNothing(() =>
      previewPublication(context(), "2025-2026", unprotected),
    );
    expect(alreadyTold).toEqual([]);
    expect(unsafe).toContainEqual(
      expect.objectContaining({ rule: "FEW_OFFICES", level: "PEER_GROUP", area: "CIUSSS", insider: null }),
    );
    expect(unsafe).toContainEqual(expect.objectContaining({ rule: "SMALL_COUNT", level: "ESTABLISHMENT" }));
  }, 120_000);

  it("is previewed with what the vintages that are out tell already, which withholding no longer mends", async () => {
    const input = aPublication();
    const bare = candidateRows(input).map(({ row }) => row);
    const next = { ...input, earlier: [asEarlier(input, bare)] };
    const rows = await computePublication(next);
    const { unsafe, alreadyTold } = await auditRows(rows, candidateRows(next), next, answersOf(next));
    expect(unsafe).toEqual([]);
    expect(new Set(alreadyTold.map(({ rule }) => rule))).toEqual(new Set(["FEW_OFFICES", "SMALL_COUNT"]));
  }, 120_000);

  it("is computed anew when the campaign changes meanwhile, and given up when it never stands still", async () => {
    let prepared = 0;
    const overtaken: typeof preparePublication = async (...args) => {
      const made = await preparePublication(...args);
      prepared += 1;
      return { ...made, mark: `${made.mark} before the change` };
    };
    const refused = await hub.writingNothing(() =>
      publishCampaign(context(), "2025-2026", "Essai", overtaken).catch((error: unknown) => error),
    );
    expect(refused).toMatchObject({ extensions: { code: "PUBLICATION_OVERTAKEN", place: "campaign" } });
    expect(prepared).toBe(3);
  }, 120_000);
});
