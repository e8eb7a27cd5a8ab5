import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../../../test/harness/hub.js";
import { errorOf, sessions, Steward, wordsOfPage } from "../testing/a-steward.js";

const address = "/espace/pilotage/acces";
let hub: TestHub;
let protector: Steward;
beforeAll(async () => {
  hub = await aHub("in process", sessions);
  protector = await Steward.of(hub, "steward:privacy");
}, 180_000);
afterAll(() => hub.close());

/** A research team asks for access; gives the request. */
async function aRequest(title: string): Promise<string> {
  const { data, errors } = await hub.ask<{ requestAccess: { request: { id: string } } }>(
    `mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { status request { id } issues { path message } } }`,
    {
      account: "researcher:sans-entente",
      variables: {
        input: {
          title,
          purpose: { fr: "Décrire qui participe." },
          variables: ["regionGroup", "ageBand"],
          recordLevel: "ANONYMISED",
          ethicsReference: "CER-2026-01",
          periodFrom: "2026-06-01",
          periodTo: "2027-05-31",
          teamSize: 3,
        },
      },
    },
  );
  const id = data?.requestAccess.request?.id;
  if (!id) throw new Error(JSON.stringify({ data, errors }));
  return id;
}

describe("access, as a steward of privacy decides it", () => {
  it("is declined with a reason that the team reads, and granted with what the hub asks", async () => {
    const declined = await aRequest("Première demande");
    await protector.sendAndFollow(address, `decline-${declined}`, "decline", {
      request: declined,
      reason: "La finalité est trop large.",
    });
    const told = await hub.ask<{ accessRequests: { decisionReason: string | null }[] }>(
      "{ accessRequests { decisionReason } }",
      { account: "researcher:sans-entente" },
    );
    expect(told.data!.accessRequests[0]!.decisionReason).toBe("La finalité est trop large.");

    const request = await aRequest("Seconde demande");
    const grant = {
      request,
      code: "entente-p-1",
      kThreshold: "5",
      validFrom: "2026-06-01",
      validTo: "2027-05-31",
      reason: "Comité d'éthique favorable.",
    };
    const small = await protector.send(address, `grant-${request}`, "grant", grant);
    expect(small.status).toBe(422);
    expect(errorOf(small, `grant-${request}-kThreshold`)).toContain("11");
    expect(small.html).toContain('value="entente-p-1"');
    const done = await protector.sendAndFollow(address, `grant-${request}`, "grant", {
      ...grant,
      kThreshold: "11",
    });
    expect(wordsOfPage(done.html)).toContain("L'entente est accordée");
    expect(wordsOfPage(done.html)).toContain("entente-p-1 En vigueur");
  }, 120_000);

  it("is suspended and resumed with a reason, and a page read before is refused in words", async () => {
    const form = "change-entente-demo-2";
    const change = { agreement: "entente-demo-2", version: "1", reason: "Vérification." };
    const suspended = await protector.sendAndFollow(address, form, "suspend", change);
    expect(wordsOfPage(suspended.html)).toContain("entente-demo-2 Suspendue");
    const stale = await protector.send(address, form, "resume", change);
    expect(stale.status).toBe(422);
    expect(errorOf(stale, `${form}-reason`)).not.toBe("");
    const resumed = await protector.sendAndFollow(address, form, "resume", { ...change, version: "2" });
    expect(wordsOfPage(resumed.html)).toContain("entente-demo-2 En vigueur");
  }, 120_000);
});

describe("a release", () => {
  it("tells its risk in words, as the report holds it, in both languages", async () => {
    const [french, english] = [
      await protector.open("/espace/pilotage/versions"),
      await protector.open("/en/workspace/stewardship/releases"),
    ];
    const { data } = await hub.ask<{
      releases: { report: { k: number; recordsKept: number; averageRisk: number } }[];
    }>("{ releases { report { k recordsKept averageRisk } } }", { account: "steward:privacy" });
    const { k, recordsKept, averageRisk } = data!.releases[0]!.report;
    for (const { html } of [french, english])
      for (const value of [k, recordsKept, averageRisk]) expect(html).toContain(`<data value="${value}">`);
    expect(wordsOfPage(english.html)).toContain(`Each record is like at least ${k} persons`);
  }, 120_000);

  it("is not approved by those who build; without an agreement nothing is built", async () => {
    const releases = "/espace/pilotage/versions";
    const none = await protector.send(releases, "build", "build", { title: "Essai", invasiveness: "LOW" });
    expect([none.status, errorOf(none, "build-agreements")]).toEqual([422, "À remplir."]);
    const approve = { release: "partenaires-demo-1", confirmed: "yes" };
    const refused = await protector.send(releases, "approve-partenaires-demo-1", "approve", approve);
    expect(refused.status).toBe(422);
    const [kept] = await hub.database.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM partners_release.release",
    );
    expect(kept!.count).toBe(1);
  }, 120_000);
});
