import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estrieAnswers } from "../federation/estrie-answers.js";
import { freePort } from "../harness/free-port.js";
import { seenIn } from "./canaries/canaries.js";
import { aCanaryHub, type CanaryHub } from "./canaries/canary-hub.js";

let hub: CanaryHub;
beforeAll(async () => {
  hub = await aCanaryHub();
}, 90_000);
afterAll(() => hub.close(), 60_000);

const secret = (name: string): string => hub.canaries.secrets.get(name) ?? "";
const confided = (name: string): string => hub.canaries.confided.get(name) ?? "";

/** Everything that an operator or an intruder could read of the two processes. */
const printed = (): string => hub.programs.map((program) => program.output()).join("\n");

const mutation = `mutation Push($input: YearlyFiguresInput!) {
  submitYearlyFigures(input: $input) { status receipt issues { rule code severity } }
}`;
let pushes = 0;
/** A push that confides a figure, a text, an e-mail and a telephone number. */
const push = (mode: "DRY_RUN" | "SUBMIT", more: { text?: string; number?: unknown } = {}) => ({
  query: mutation,
  variables: {
    input: {
      campaign: "2025-2026",
      establishment: "ciusss-estrie-chus",
      idempotencyKey: `canari-${(pushes += 1)}`,
      baseRevision: 1,
      mode,
      reason: `${confided("free text")}, ${confided("e-mail in a text")}`,
      noticeVersion: "2025-2026-2",
      answers: [
        ...estrieAnswers().filter(({ question }) => question !== "B2" && question !== "B6"),
        { question: "B2", text: more.text ?? [...hub.canaries.confided.values()].join(" ") },
        { question: "B6", number: more.number ?? Number(confided("figure")) },
      ],
    },
  },
});

const asWriter = async (): Promise<string> =>
  `Bearer ${await hub.tokenOf("establishment:ciusss-estrie-chus")}`;

describe("a day of the hub with everything that can go wrong, its log at its most talkative", () => {
  it("does its work: a public question, a push that confides, a refusal for what is wrong in it", async () => {
    expect(
      (await hub.post("/graphql", { query: "{ establishments { code } campaigns { code } }" })).text,
    ).toContain("chum");
    const writer = await asWriter();
    for (const mode of ["DRY_RUN", "SUBMIT"] as const) {
      const { text } = await hub.post("/graphql/authenticated", push(mode), writer);
      expect(text).toContain('"status"');
    }
    await hub.post(
      "/graphql/authenticated",
      { query: "{ me { subject } }" },
      `Bearer ${await hub.tokenOf("researcher")}`,
    );
  });

  it("refuses tokens that are none, that are another's, that are broken", async () => {
    const writer = await asWriter();
    const broken = [
      `Bearer ${secret("bearer text")}`,
      `Basic ${Buffer.from(secret("bearer text")).toString("base64")}`,
      `${writer}x`,
      `${writer.split(".").slice(0, 2).join(".")}.`,
    ];
    for (const authorization of broken)
      expect(
        (await hub.post("/graphql/authenticated", { query: "{ me { subject } }" }, authorization)).status,
      ).toBe(401);
  });

  it("answers what PostgreSQL cannot hold, what is no JSON and what is of the wrong type", async () => {
    const writer = await asWriter();
    const words = `${confided("free text")}\u0000${confided("e-mail in a text")}`;
    await hub.post("/graphql/authenticated", push("SUBMIT", { text: words }), writer);
    await hub.post("/graphql/authenticated", push("SUBMIT", { number: 1e300 }), writer);
    await hub.post("/graphql/authenticated", `{"query": "${confided("free text")}`, writer);
    await hub.post("/graphql", { query: `{ establishment(code: "${confided("free text")}") { code } }` });
  });

  it.each(["name", "e-mail", "telephone", "health-insurance number", "postal code", "birth date"])(
    "refuses a roster with a %s in it, wherever it stands, and repeats none",
    async (kind) => {
      const writer = await asWriter();
      const found = secret(`${kind} in a roster`);
      const whole = Number(secret("whole number in a roster"));
      const establishment = "ciusss-estrie-chus";
      const roster = (row: object, more: object = {}): object => ({
        query:
          "mutation ($input: PartnerRosterInput!) { pushPartnerRoster(input: $input) { status issues { code path message } difference { localId } } }",
        variables: {
          input: {
            establishment,
            idempotencyKey: "canari",
            mode: "SUBMIT",
            rows: [{ localId: "P-1", ...row }],
            ...more,
          },
        },
      });
      const written = `mutation { pushPartnerRoster(input: { establishment: "${establishment}", idempotencyKey: "c",
        mode: SUBMIT, rows: [{ localId: "${found}", joinedYear: "${found}", nom: "${found}" }] }) { status } }`;
      for (const body of [
        roster({ localId: found }),
        roster({ status: found, engagements: [{ role: found }] }),
        roster({}, { withdrawn: [found] }),
        roster({}, { idempotencyKey: `envoi ${found}` }),
        roster({}, { baseRevision: 7 }),
        roster({ nom: found }),
        roster({ [found]: "" }),
        roster({ joinedYear: found }),
        roster({ joinedYear: whole }),
        roster({ trained: found, engagements: [{ fromYear: found }] }),
        roster({}, { rows: found }),
        roster({}, { courriel: found, mode: found }),
        { query: written },
        { query: roster({}), variables: { input: found } },
        JSON.stringify(roster({ localId: found })).slice(0, -3),
      ]) {
        const { text } = await hub.post("/graphql/authenticated", body, writer);
        expect(text).toMatch(/"REJECTED"|"CONFLICT"|"errors"/);
      }
      const tables = await hub.database.query<{ name: string }>(
        "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname ~ '^partners'",
      );
      for (const { name } of tables)
        expect(
          await hub.database.query(`SELECT FROM ${name} AS t WHERE strpos(t::text, $1) > 0`, [found]),
        ).toEqual([]);
    },
  );

  it("hides a failure of its own: a table is gone, in the middle of a push", async () => {
    const writer = await asWriter();
    await hub.database.query("ALTER TABLE quality_indicators.submission_revision RENAME TO elsewhere");
    const { text } = await hub.post("/graphql/authenticated", push("SUBMIT", { number: 130 }), writer);
    await hub.database.query("ALTER TABLE quality_indicators.elsewhere RENAME TO submission_revision");
    expect(text).toContain("INTERNAL");
    expect(printed()).toContain('"resolver failed"');
    expect(seenIn(text, hub.canaries.confided)).toEqual([]);
    expect(text).not.toMatch(/submission_revision|relation|SELECT|INSERT|node_modules/);
  });

  it("hides that its database, then one of its subgraphs, is gone", async () => {
    const writer = await asWriter();
    await hub.closeDatabase();
    const gone = [
      await hub.post("/graphql", { query: "{ establishments { code } campaigns { code } }" }),
      await hub.post("/graphql/authenticated", push("SUBMIT"), writer),
    ];
    for (const { text } of gone) expect(seenIn(text, hub.canaries.confided)).toEqual([]);
    await hub.stopSubgraph();
    const { text } = await hub.post("/graphql", { query: "{ establishments { code } }" });
    expect(text).toContain("SUBGRAPH_UNAVAILABLE");
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|establishments:/);
  });

  it("told no secret, in no answer, no header and no line of its log, and of what was confided nothing to the log", () => {
    const everything = [printed(), ...hub.answers.flatMap(({ headers, text }) => [headers, text])];
    // The search itself finds what is there.
    expect(printed()).toContain('"operation"');
    expect(hub.canaries.secrets.size).toBeGreaterThan(10);
    expect(seenIn(everything.join("\n"), hub.canaries.secrets)).toEqual([]);
    expect(seenIn(printed(), hub.canaries.confided)).toEqual([]);
    expect(seenIn(hub.answers.map(({ headers }) => headers).join("\n"), hub.canaries.confided)).toEqual([]);
  });
});

describe("a start that is refused", () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    [
      "in every variable at once",
      async () => ({
        HOP_SECRET: secret("short secret"),
        DATABASE_ROLE_SECRET: secret("short secret").slice(0, 12),
        DATABASE_URL: `mysql://hub_admin:${secret("wrong password")}@127.0.0.1/carrefour`,
        DATABASE_URL_PARTNERS: `hub_admin:${secret("wrong password")}@127.0.0.1/carrefour`,
        SUBGRAPH_URL_PARTNERS: `ftp://hub:${secret("wrong password")}@127.0.0.1/graphql`,
      }),
    ],
    [
      "a file of hop secrets that is broken",
      async () => {
        const path = join(tmpdir(), `carrefour-canary-${process.pid}`);
        await writeFile(path, `${secret("secret of hops")}\n${secret("short secret")}\n`);
        return { HOP_SECRET_FILE: path, SUBGRAPH_URL_PARTNERS: "http://127.0.0.1:9/graphql" };
      },
    ],
    ["a key of the audit that is none", async () => ({ AUDIT_SIGNING_KEY: secret("key of the audit") })],
    [
      "a password that the server refuses",
      async () => {
        const url = new URL(hub.database.address.url);
        url.password = secret("wrong password");
        return { DATABASE_URL: url.toString(), DATABASE_ROLE_SECRET: `${secret("short secret")}-another` };
      },
    ],
    [
      "a server that does not answer",
      async () => ({
        DATABASE_URL: `postgres://hub_admin:${secret("wrong password")}@127.0.0.1:${await freePort()}/carrefour`,
      }),
    ],
  ])("names the mistake, %s, and no secret", async (_title, changes) => {
    const said = await hub.refusedStart(await changes());
    // In both languages.
    expect(said).toMatch(/attendu|ne répond pas|mot de passe|Vérifiez/);
    expect(seenIn(said, hub.canaries.secrets)).toEqual([]);
  });
});
