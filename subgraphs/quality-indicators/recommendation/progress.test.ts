import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import {
  anEstablishmentPrincipal,
  aResearcher,
  aSteward,
  type Ask,
  aSubgraph,
} from "../../../test/harness/subgraph.js";
import { type Principal } from "../../index.js";
import { qualityIndicators } from "../index.js";

let database: TestDatabase;
let ask: Ask;
let hidden: unknown[];
let statements: string[];
let now: Date;
const noon = new Date("2026-05-04T16:00:00Z");

beforeAll(async () => {
  database = await aDatabase("reference");
  ({ ask, hidden, statements } = aSubgraph(qualityIndicators, database, () => now));
  now = noon;
});
afterAll(() => database.drop());
afterEach(async () => {
  now = noon;
  expect(hidden).toEqual([]);
  await database.query("TRUNCATE quality_indicators_published.recommendation_progress");
});

const collector: Principal = {
  ...aSteward("steward:collect", "somebody-who-collects"),
  isDevelopment: false,
};
const mutation = `mutation ($input: DeclareProgressInput!) { declareProgress(input: $input) {
  recommendation { code progress { status } }
  progress { number status actor evidence { fr en status } reason { fr } linkedIndicators { code } date declaredAt isSynthetic }
  receipt
} }`;
interface Declared {
  declareProgress: { progress: Record<string, unknown>; receipt: string; recommendation: object };
}

const aDeclaration = (changes: object = {}): Record<string, unknown> => ({
  recommendation: "P10",
  status: "IN_PROGRESS",
  actor: "Santé Québec",
  evidence: { fr: "Un tableau de bord est à l'essai dans trois établissements." },
  linkedIndicators: ["IQP-06", "IQP-25"],
  date: "2026-05-01",
  ...changes,
});
const declare = (changes: object = {}, principal: Principal = collector) =>
  ask<Declared>(mutation, { input: aDeclaration(changes) }, principal);
const declared = async (changes: object = {}, principal: Principal = collector) => {
  const { data, errors } = await declare(changes, principal);
  expect(errors).toBeUndefined();
  return data!.declareProgress;
};
const written = async (): Promise<number[]> => {
  const [row] = await database.query<{ declarations: number; events: number }>(
    `SELECT (SELECT count(*)::integer FROM quality_indicators_published.recommendation_progress) AS declarations,
            (SELECT count(*)::integer FROM quality_indicators.audit_entry) AS events`,
  );
  return Object.values(row ?? {});
};

describe("a declaration of progress", () => {
  it("is added with its proof, shown to everybody, and entered in the hub's audit with who declared it", async () => {
    const { progress, receipt, recommendation } = await declared();
    expect(progress).toEqual({
      number: 1,
      status: "IN_PROGRESS",
      actor: "Santé Québec",
      evidence: {
        fr: "Un tableau de bord est à l'essai dans trois établissements.",
        en: null,
        status: "PROPOSED",
      },
      reason: null,
      linkedIndicators: [{ code: "IQP-06" }, { code: "IQP-25" }],
      date: "2026-05-01",
      declaredAt: noon.toISOString(),
      isSynthetic: false,
    });
    expect(recommendation).toEqual({ code: "P10", progress: { status: "IN_PROGRESS" } });
    expect(receipt).toMatch(/^HUB\/\d+\/[0-9a-f]{64}$/);
    const [entry] = await database.query<Record<string, unknown>>(
      "SELECT event, subject, actor, submission, before_hash FROM quality_indicators.audit_entry ORDER BY sequence DESC LIMIT 1",
    );
    expect(entry).toEqual({
      event: "PROGRESS_DECLARED",
      subject: "P10",
      actor: "somebody-who-collects",
      submission: null,
      before_hash: null,
    });
  });

  it("never shows who declared it", async () => {
    await declared();
    const rows = await database.query("SELECT * FROM quality_indicators_published.recommendation_progress");
    expect(JSON.stringify(rows)).not.toContain("somebody-who-collects");
  });

  it("follows the one before and rewrites none: the audit links what stood before with what stands now", async () => {
    await declared();
    now = new Date("2026-05-20T16:00:00Z");
    const { progress } = await declared({ status: "DONE", date: "2026-05-19" });
    expect(progress).toMatchObject({ number: 2, status: "DONE" });
    const { data } = await ask(
      '{ recommendation(code: "P10") { progress { status number } progressHistory { number status date } } }',
    );
    expect(data!.recommendation).toEqual({
      progress: { status: "DONE", number: 2 },
      progressHistory: [
        { number: 1, status: "IN_PROGRESS", date: "2026-05-01" },
        { number: 2, status: "DONE", date: "2026-05-19" },
      ],
    });
    const [first, second] = await database
      .query<{ before_hash: string; after_hash: string }>(
        "SELECT before_hash, after_hash FROM quality_indicators.audit_entry ORDER BY sequence DESC LIMIT 2",
      )
      .then((rows) => rows.reverse());
    expect(second!.before_hash).toBe(first!.after_hash);
    expect(second!.after_hash).not.toBe(first!.after_hash);
  });

  it("can go back to UNKNOWN, with the reason", async () => {
    await declared();
    const reason = { fr: "L'essai a été déclaré par erreur.", en: "Declared by mistake.", status: "SOURCE" };
    const { progress } = await declared({ status: "UNKNOWN", evidence: null, actor: null, reason });
    expect(progress).toMatchObject({ number: 2, status: "UNKNOWN", reason: { fr: reason.fr } });
    const [entry] = await database.query<{ reason: string }>(
      "SELECT reason FROM quality_indicators.audit_entry ORDER BY sequence DESC LIMIT 1",
    );
    expect(entry!.reason).toBe(reason.fr);
  });

  it("of a recommendation not started needs no proof", async () => {
    expect((await declared({ status: "NOT_STARTED", evidence: null })).progress).toMatchObject({
      evidence: null,
    });
  });

  it("made with a demonstration account says that it is a demonstration", async () => {
    const { progress } = await declared({}, aSteward("steward:collect"));
    expect(progress.isSynthetic).toBe(true);
  });

  it("leaves the sixteen other recommendations unknown", async () => {
    await declared();
    const { data } = await ask<{ recommendations: { code: string; progress: { status: string } }[] }>(
      "{ recommendations { code progress { status } } }",
    );
    const unknown = data!.recommendations.filter(({ progress }) => progress.status === "UNKNOWN");
    expect(unknown).toHaveLength(16);
    expect(unknown.map(({ code }) => code)).not.toContain("P10");
  });

  it("two at the same moment get two ranks", async () => {
    const both = await Promise.all([declared(), declared({ status: "DONE" })]);
    expect(both.map(({ progress }) => progress.number).sort()).toEqual([1, 2]);
  });
});

describe("progress as it was known on a day", () => {
  it("is what was declared by the end of that day in Toronto", async () => {
    now = new Date("2026-05-05T03:59:59Z");
    await declared();
    now = new Date("2026-05-05T04:00:00Z");
    await declared({ status: "DONE" });
    const seen = async (asOf: string): Promise<unknown> => {
      const { data, errors } = await ask<{ recommendations: { code: string }[] }>(
        `{ recommendations(asOf: "${asOf}") { code progress { status } progressHistory { number } } }`,
      );
      expect(errors).toBeUndefined();
      return data!.recommendations.find(({ code }) => code === "P10");
    };
    expect(await seen("2026-05-03")).toMatchObject({ progress: { status: "UNKNOWN" }, progressHistory: [] });
    expect(await seen("2026-05-04")).toMatchObject({
      progress: { status: "IN_PROGRESS" },
      progressHistory: [{ number: 1 }],
    });
    expect(await seen("2026-05-05")).toMatchObject({ progress: { status: "DONE" } });
  });

  it("costs as many statements for the 17 recommendations as for one", async () => {
    const selection = "{ code progress { status linkedIndicators { code } } progressHistory { number } }";
    await declared();
    const count = async (query: string): Promise<number> => {
      const before = statements.length;
      await ask(query);
      return statements.length - before;
    };
    const one = await count(`{ recommendation(code: "P10") ${selection} }`);
    expect(await count(`{ recommendations ${selection} }`)).toBe(one);
  });
});

describe("a declaration that cannot be kept", () => {
  const longText = "x".repeat(2_001);
  it.each<[string, object, string, string]>([
    ["of no recommendation", { recommendation: "P13" }, "UNKNOWN_CODE", "recommendation"],
    ["showing no indicator", { linkedIndicators: ["IQP-99"] }, "UNKNOWN_CODE", "linkedIndicators"],
    ["of tomorrow", { date: "2026-05-05" }, "INVALID_ARGUMENT", "date"],
    ["of before its document", { date: "2024-10-31" }, "INVALID_ARGUMENT", "date"],
    ["in progress without proof", { evidence: null }, "INVALID_ARGUMENT", "evidence"],
    ["done without proof", { status: "DONE", evidence: null }, "INVALID_ARGUMENT", "evidence"],
    ["abandoned without proof", { status: "ABANDONED", evidence: null }, "INVALID_ARGUMENT", "evidence"],
    ["with a blank proof", { evidence: { fr: "  " } }, "INVALID_ARGUMENT", "evidence.fr"],
    ["with a blank English", { evidence: { fr: "Oui.", en: "" } }, "INVALID_ARGUMENT", "evidence.en"],
    ["with an endless proof", { evidence: { fr: longText } }, "INVALID_ARGUMENT", "evidence.fr"],
    ["with an endless actor", { actor: "x".repeat(201) }, "INVALID_ARGUMENT", "actor"],
    ["with a NUL in its proof", { evidence: { fr: "a\0b" } }, "INVALID_ARGUMENT", "evidence.fr"],
    ["naming a person", { actor: "Mme Tremblay" }, "PERSONAL_DATA", "actor"],
    [
      "with an email address in its proof",
      { evidence: { fr: "Voir. Écrire à a.roy@exemple.ca." } },
      "PERSONAL_DATA",
      "evidence.fr",
    ],
    ["with a reason though not unknown", { reason: { fr: "Parce que." } }, "INVALID_ARGUMENT", "reason"],
    ["unknown without a reason", { status: "UNKNOWN", evidence: null }, "INVALID_ARGUMENT", "reason"],
    [
      "unknown where nothing was declared",
      { status: "UNKNOWN", evidence: null, reason: { fr: "On ne sait pas." } },
      "INVALID_ARGUMENT",
      "status",
    ],
    [
      "showing more than fifty indicators",
      { linkedIndicators: Array.from({ length: 51 }, (_, n) => `IQP-${n}`) },
      "INVALID_ARGUMENT",
      "linkedIndicators",
    ],
  ])("%s is refused with its place, and nothing is written", async (_title, changes, code, place) => {
    const before = await written();
    const { errors } = await declare(changes);
    expect(errors).toMatchObject([{ extensions: { code, place } }]);
    expect(await written()).toEqual(before);
  });

  it.each([
    ["who publishes", aSteward("steward:publish")],
    ["who keeps privacy", aSteward("steward:privacy")],
    ["an establishment", anEstablishmentPrincipal("chum")],
    ["a researcher", aResearcher("entente-demo-1")],
  ])("is refused to %s, and nothing is written", async (_who, principal) => {
    const before = await written();
    const { errors } = await declare({}, principal);
    expect(errors).toMatchObject([{ extensions: { code: "NOT_ALLOWED" } }]);
    expect(await written()).toEqual(before);
  });

  it("does not tell back the sentence that names somebody", async () => {
    const { errors } = await declare({ actor: "Mme Tremblay" });
    expect(JSON.stringify(errors)).not.toContain("Tremblay");
  });
});
