import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

const get = async (path: string, account: string | null) =>
  fetch(`${hub.address}${path}`, {
    headers: account === null ? {} : { authorization: `Bearer ${await hub.tokenFor(account)}` },
  });

describe("the register that the regulation asks for", () => {
  it("gives a steward each release and each publication with parameters, measured risk and next assessment", async () => {
    const answer = await get("/data/register.csv", "steward:privacy");
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    const rows = parse(Buffer.from(await answer.arrayBuffer()), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    const built = rows.find(({ act }) => act === "BUILT");
    expect(built).toMatchObject({
      register: "RELEASES",
      product: expect.stringMatching(/^partenaires-/),
    });
    expect(JSON.parse(built!.measured!)).toMatchObject({
      k: expect.any(Number),
      maximumRisk: expect.any(Number),
    });
    expect(JSON.parse(built!.parameters!)).toMatchObject({ k: 11, l: 3, t: 0.5 });
    const published = rows.find(({ register }) => register === "PUBLICATIONS");
    expect(published).toMatchObject({ product: "2024.1" });
    expect(JSON.parse(published!.parameters!)).toMatchObject({ threshold: 5, dominancePercent: 15 });
    for (const { at, by, purpose_fr, reassess_on } of [built!, published!]) {
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(by).not.toBe("");
      expect(purpose_fr).not.toBe("");
      expect(reassess_on).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it("says the same as JSON, to either steward who answers for it", async () => {
    const [privacy, publish] = await Promise.all(
      ["steward:privacy", "steward:publish"].map(async (account) =>
        (await get("/data/register.json", account)).json(),
      ),
    );
    expect(privacy).toEqual(publish);
    expect((privacy as object[]).length).toBeGreaterThan(1);
  });

  it.each([
    [null, 401, "UNAUTHENTICATED"],
    ["researcher", 403, "NOT_ALLOWED"],
    ["establishment:chum", 403, "NOT_ALLOWED"],
    ["steward:collect", 403, "NOT_ALLOWED"],
  ])("is closed to %s", async (account, status, code) => {
    const answer = await get("/data/register.csv", account);
    const text = await answer.text();
    expect(answer.status).toBe(status);
    expect(
      (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
    ).toBe(code);
    expect(text).not.toContain("partenaires-");
  });
});
