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
import { asCaller } from "../../shared/tenancy.js";
import { qualityIndicators } from "../index.js";
import { findRegisters } from "../publication/registers.repository.js";

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
  await database.query("TRUNCATE quality_indicators_published.co_construction");
});

const publisher: Principal = {
  ...aSteward("steward:publish", "somebody-who-publishes"),
  isDevelopment: false,
};
const mutation = `mutation ($indicator: String!, $record: CoConstructionInput!) {
  recordCoConstruction(indicator: $indicator, record: $record) {
    indicator { code coConstruction { status } }
    record { number stage degree leadership partners partnersWithheld profiles committee date evidence { fr } isSynthetic }
    receipt
  }
}`;
const aRecord = (changes: object = {}): Record<string, unknown> => ({
  stage: "DEFINITION",
  degree: "COLLABORATION",
  leadership: "CO_LED",
  partners: 7,
  profiles: ["RESOURCE", "RESEARCHER"],
  committee: "Comité des indicateurs",
  date: "2026-04-30",
  evidence: { fr: "Compte rendu de la rencontre du comité." },
  ...changes,
});
interface Recorded {
  recordCoConstruction: { indicator: object; record: Record<string, unknown>; receipt: string };
}
const record = (changes: object = {}, indicator = "IQP-25", principal: Principal = publisher) =>
  ask<Recorded>(mutation, { indicator, record: aRecord(changes) }, principal);
const recorded = async (changes: object = {}, indicator?: string, principal?: Principal) => {
  const { data, errors } = await record(changes, indicator, principal);
  expect(errors).toBeUndefined();
  return data!.recordCoConstruction;
};
const coConstructionOf = async (code: string, asOf = ""): Promise<Record<string, unknown>> => {
  const { data, errors } = await ask<{ qualityIndicator: { coConstruction: Record<string, unknown> } }>(
    `{ qualityIndicator(code: "${code}"${asOf}) { coConstruction {
      status records { number stage partners } statements { text { fr } provenance { document section quote } }
    } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.qualityIndicator.coConstruction;
};
const written = async (): Promise<number[]> => {
  const [row] = await database.query<Record<string, number>>(
    `SELECT (SELECT count(*)::integer FROM quality_indicators_published.co_construction) AS records,
            (SELECT count(*)::integer FROM quality_indicators.audit_entry) AS events`,
  );
  return Object.values(row ?? {});
};

describe("the making of an indicator", () => {
  it("starts with nothing recorded for each of the 26, beside what the Portrait says of its questionnaire", async () => {
    const { data } = await ask<{
      qualityIndicators: {
        code: string;
        askedIn: string[];
        coConstruction: {
          status: string;
          records: object[];
          statements: { provenance: { section: string } }[];
        };
      }[];
    }>(
      "{ qualityIndicators { code askedIn coConstruction { status records { number } statements { provenance { section } } } } }",
    );
    expect(data!.qualityIndicators).toHaveLength(26);
    for (const { code, askedIn, coConstruction } of data!.qualityIndicators) {
      expect(coConstruction).toMatchObject({ status: "NONE_RECORDED", records: [] });
      const sections = coConstruction.statements.map(({ provenance }) => provenance.section);
      expect([code, sections]).toEqual([
        code,
        askedIn.includes("2024") ? ["Méthodologie"] : code === "IQP-26" ? ["Contributeurs"] : [],
      ]);
    }
  });

  it("quotes the Portrait: who co-developed the questionnaire, and that it does not say what part partners took", async () => {
    const { statements: said } = await coConstructionOf("IQP-06");
    expect(said).toMatchObject([
      {
        text: { fr: expect.stringContaining("ne dit pas quelle part") },
        provenance: {
          document: "P",
          section: "Méthodologie",
          quote:
            "Entre novembre 2023 et mai 2024, un questionnaire (voir Annexe 2) a été co-développé par l'exécutif de la CdP, la Chaire et le CEPPP.",
        },
      },
    ]);
  });

  it("costs as many statements for the 26 indicators as for one", async () => {
    await recorded();
    const count = async (query: string): Promise<number> => {
      const before = statements.length;
      await ask(query);
      return statements.length - before;
    };
    const selection = "{ code coConstruction { status records { number } statements { text { fr } } } }";
    const one = await count(`{ qualityIndicator(code: "IQP-25") ${selection} }`);
    expect(await count(`{ qualityIndicators ${selection} }`)).toBe(one);
  });
});

describe("a record of co-construction", () => {
  it("is shown to everybody and entered in the hub's audit, with who recorded it there only", async () => {
    const { record: kept, receipt, indicator } = await recorded();
    expect(kept).toEqual({
      number: 1,
      stage: "DEFINITION",
      degree: "COLLABORATION",
      leadership: "CO_LED",
      partners: 7,
      partnersWithheld: null,
      profiles: ["RESOURCE", "RESEARCHER"],
      committee: "Comité des indicateurs",
      date: "2026-04-30",
      evidence: { fr: "Compte rendu de la rencontre du comité." },
      isSynthetic: false,
    });
    expect(indicator).toEqual({ code: "IQP-25", coConstruction: { status: "RECORDED" } });
    expect(receipt).toMatch(/^HUB\/\d+\/[0-9a-f]{64}$/);
    const [entry] = await database.query<Record<string, unknown>>(
      "SELECT event, subject, actor FROM quality_indicators.audit_entry ORDER BY sequence DESC LIMIT 1",
    );
    expect(entry).toEqual({
      event: "CO_CONSTRUCTION_RECORDED",
      subject: "IQP-25",
      actor: "somebody-who-publishes",
    });
    const rows = await database.query("SELECT * FROM quality_indicators_published.co_construction");
    expect(JSON.stringify(rows)).not.toContain("somebody-who-publishes");
  });

  it("of fewer than five partners neither shows nor keeps how many they were, wherever one looks", async () => {
    const few = await recorded({ partners: 4 });
    expect(few.record).toMatchObject({ partners: null, partnersWithheld: "SMALL_COUNT" });
    const [entry] = await database.query<{ after_hash: string }>(
      "SELECT after_hash FROM quality_indicators.audit_entry ORDER BY sequence DESC LIMIT 1",
    );
    await database.query("TRUNCATE quality_indicators_published.co_construction");
    await recorded({ partners: 2 });
    const [other] = await database.query<{ after_hash: string }>(
      "SELECT after_hash FROM quality_indicators.audit_entry ORDER BY sequence DESC LIMIT 1",
    );
    expect(other).toEqual(entry);
    expect((await recorded({ partners: 5 })).record).toMatchObject({ partners: 5, partnersWithheld: null });
  });

  it("that does not say how many partners took part says so", async () => {
    const { record: kept } = await recorded({ partners: null, profiles: null, committee: null });
    expect(kept).toMatchObject({
      partners: null,
      partnersWithheld: "NOT_STATED",
      profiles: [],
      committee: null,
    });
  });

  it("follows the one before, and shows as of a day what was recorded by its end", async () => {
    await recorded({ stage: "IDEATION" });
    now = new Date("2026-05-06T16:00:00Z");
    await recorded({ stage: "TEST" });
    expect(await coConstructionOf("IQP-25")).toMatchObject({
      status: "RECORDED",
      records: [
        { number: 1, stage: "IDEATION" },
        { number: 2, stage: "TEST" },
      ],
    });
    expect(await coConstructionOf("IQP-25", ', asOf: "2026-05-05"')).toMatchObject({
      records: [{ number: 1 }],
    });
    expect(await coConstructionOf("IQP-25", ', asOf: "2026-05-03"')).toMatchObject({
      status: "NONE_RECORDED",
    });
  });

  it("made with a demonstration account says that it is a demonstration", async () => {
    const { record: kept } = await recorded({}, "IQP-25", aSteward("steward:publish"));
    expect(kept.isSynthetic).toBe(true);
  });

  it("counts in a publication by the highest degree recorded of its indicator, and tells a demonstration", async () => {
    await recorded({ degree: "CONSULTATION" }, "IQP-01");
    await recorded({ degree: "PARTNERSHIP" }, "IQP-03");
    await recorded({ degree: "COLLABORATION" }, "IQP-03");
    const context = { principal: publisher, database: database.of(qualityIndicators), clock: () => now };
    const registers = () =>
      asCaller(context, (manager) =>
        findRegisters(manager, [{ code: "IQP-01" }, { code: "IQP-02" }, { code: "IQP-03" }]),
      );
    const found = await registers();
    expect(found.indicators).toMatchObject([
      { code: "IQP-01", degree: "CONSULTATION" },
      { code: "IQP-02", degree: null },
      { code: "IQP-03", degree: "PARTNERSHIP" },
    ]);
    expect(found.recommendations.map(({ status }) => status)).toEqual(Array(17).fill("UNKNOWN"));
    expect(found.synthetic).toBe(false);
    await recorded({}, "IQP-02", aSteward("steward:publish"));
    expect((await registers()).synthetic).toBe(true);
  });
});

describe("a record that cannot be kept", () => {
  it.each<[string, object, string, string]>([
    ["of tomorrow", { date: "2026-05-05" }, "INVALID_ARGUMENT", "record.date"],
    ["without any partner", { partners: 0 }, "INVALID_ARGUMENT", "record.partners"],
    ["with too many partners", { partners: 10_001 }, "INVALID_ARGUMENT", "record.partners"],
    ["with a blank proof", { evidence: { fr: " " } }, "INVALID_ARGUMENT", "record.evidence.fr"],
    [
      "with an endless proof",
      { evidence: { fr: "x".repeat(2_001) } },
      "INVALID_ARGUMENT",
      "record.evidence.fr",
    ],
    ["with a blank committee", { committee: "" }, "INVALID_ARGUMENT", "record.committee"],
    [
      "naming a person in English",
      { evidence: { fr: "Oui.", en: "See Mrs. Roy." } },
      "PERSONAL_DATA",
      "record.evidence.en",
    ],
    ["with a telephone number", { committee: "Comité, 514 555-0199" }, "PERSONAL_DATA", "record.committee"],
  ])("%s is refused with its place, and nothing is written", async (_title, changes, code, place) => {
    const before = await written();
    const { errors } = await record(changes);
    expect(errors).toMatchObject([{ extensions: { code, place } }]);
    expect(await written()).toEqual(before);
  });

  it("of no indicator is refused with its place, and nothing is written", async () => {
    const before = await written();
    const { errors } = await record({}, "IQP-99");
    expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_CODE", place: "indicator" } }]);
    expect(await written()).toEqual(before);
  });

  it.each([
    ["who collects", aSteward("steward:collect")],
    ["who keeps privacy", aSteward("steward:privacy")],
    ["an establishment", anEstablishmentPrincipal("chum")],
    ["a researcher", aResearcher("entente-demo-1")],
  ])("is refused to %s, and nothing is written", async (_who, principal) => {
    const before = await written();
    const { errors } = await record({}, "IQP-25", principal);
    expect(errors).toMatchObject([{ extensions: { code: "NOT_ALLOWED" } }]);
    expect(await written()).toEqual(before);
  });
});
