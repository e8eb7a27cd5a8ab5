import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedSubgraph } from "../../seeds/seed.js";
import { aDatabase, testDay, type TestDatabase } from "../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../test/harness/subgraph.js";
import { userCommittees } from "./index.js";

let database: TestDatabase;
let ask: Ask;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("demo");
  ({ ask, statements } = aSubgraph(userCommittees, database));
});
afterAll(() => database.drop());

interface Source {
  document: string;
  section: string;
  quote: string | null;
  licence: string;
}
interface Committee {
  id: string;
  kind: string;
  mandate: string;
  origin: string;
  establishment: { code: string };
  provenance: Source;
}
interface Collaboration {
  code: string;
  type: { code: string } | null;
  intensity: string;
  posture: string | null;
  attributedTo: { code: string } | null;
  committee: { id: string } | null;
  origin: string;
  provenance: Source;
}

const source = "provenance { document section quote licence }";

async function answered<Answer>(query: string, variables?: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await ask<{ answer: Answer }>(query, variables);
  expect(errors).toBeUndefined();
  return data!.answer;
}
const allCommittees = (): Promise<Committee[]> =>
  answered(`{ answer: userCommittees { id kind mandate origin establishment { code } ${source} } }`);
const allCollaborations = (): Promise<Collaboration[]> =>
  answered(
    `{ answer: collaborations { code type { code } intensity posture attributedTo { code } committee { id } origin ${source} } }`,
  );
const tally = (values: string[]): Record<string, number> =>
  values.reduce<Record<string, number>>((sum, value) => ({ ...sum, [value]: (sum[value] ?? 0) + 1 }), {});

describe("the facts on committees and collaborations", () => {
  it("names the three kinds of committee, all mandated to defend rights, with the exact quote", async () => {
    const kinds = await answered<(Committee & { code: string; label: { fr: string } })[]>(
      `{ answer: committeeKinds { code label { fr } mandate ${source} } }`,
    );
    expect(kinds.map(({ code, label, mandate }) => [code, label.fr, mandate])).toEqual([
      ["CU", "Comité des usagers", "RIGHTS_DEFENCE"],
      ["CUCI", "Comité des usagers et du centre intégré", "RIGHTS_DEFENCE"],
      ["CR", "Comité de résidents", "RIGHTS_DEFENCE"],
    ]);
    for (const { provenance } of kinds)
      expect(provenance).toMatchObject({ document: "P", quote: expect.stringMatching(/comités?/i) });
  });

  it("tells co-construction from the defence of rights, as the source's table does", async () => {
    const postures = await answered<
      { code: string; legitimacy: { fr: string } | null; provenance: Source }[]
    >(`{ answer: postures { code legitimacy { fr } ${source} } }`);
    expect(postures.map(({ code, legitimacy }) => [code, legitimacy?.fr.slice(0, 9) ?? null])).toEqual([
      ["CO_CONSTRUCTION", "Apporter "],
      ["RIGHTS_DEFENCE", "Être élu "],
      ["BOTH_DECLARED", null],
    ]);
    expect(postures.every(({ provenance }) => provenance.document === "W" && provenance.quote)).toBe(true);
  });

  it("keeps the four types of table 1 in its order, with their examples", async () => {
    const types = await answered<{ code: string; examples: object[]; provenance: Source }[]>(
      `{ answer: collaborationTypes { code examples { fr } ${source} } }`,
    );
    expect(types.map(({ code, examples }) => [code, examples.length])).toEqual([
      ["SHARED_SERVICE_OFFER", 1],
      ["GOVERNMENT_MEASURES", 1],
      ["TARGETED_PROJECTS", 2],
      ["RECIPROCAL_PRESENCE", 1],
    ]);
    expect(types.every(({ provenance }) => provenance.section.startsWith("Tableau 1"))).toBe(true);
  });

  it("shows under each intensity the printed answers coded under it", async () => {
    const intensities = await answered<{ code: string; quotes: Source[] }[]>(
      "{ answer: collaborationIntensities { code quotes { document section quote licence } } }",
    );
    expect(intensities).toHaveLength(7);
    expect(intensities.find(({ code }) => code === "RARE")!.quotes.map(({ quote }) => quote)).toEqual([
      "Très rarement.",
      "De façon très limitée.",
    ]);
    expect(intensities.at(-1)).toEqual({ code: "UNKNOWN", quotes: [] });
  });

  it("gives the 29 printed collaborations first, each with document, section and quote", async () => {
    const printed = (await allCollaborations()).slice(0, 29);
    expect(new Set(printed.map(({ origin }) => origin))).toEqual(new Set(["PUBLISHED"]));
    for (const { provenance } of printed) {
      expect(provenance.document).toMatch(/^[FPW]$/);
      expect(provenance.section).not.toBe("");
      expect(provenance.quote).not.toBeNull();
    }
    expect(printed.find(({ code }) => code === "table-concertation-cusm")).toMatchObject({
      type: null,
      intensity: "STRUCTURED",
      attributedTo: { code: "cusm" },
      committee: null,
    });
    expect(printed.find(({ code }) => code === "mesure-48")).toMatchObject({
      type: { code: "GOVERNMENT_MEASURES" },
      attributedTo: null,
    });
  });

  it("gives no printed collaboration a posture, since the sources state none", async () => {
    const printed = (await allCollaborations()).filter(({ origin }) => origin === "PUBLISHED");
    expect(printed.filter(({ posture }) => posture !== null)).toEqual([]);
  });
});

describe("the committees of the demonstration", () => {
  it("gives each of the 35 establishments a users' committee, and two more to integrated centres", async () => {
    const committees = await allCommittees();
    expect(tally(committees.map(({ kind }) => kind))).toEqual({ CU: 35, CUCI: 22, CR: 22 });
    const perPlace = tally(committees.map(({ establishment }) => establishment.code));
    expect(Object.keys(perPlace)).toHaveLength(35);
    expect(perPlace).toMatchObject({ "ciusss-estrie-chus": 3, "cisss-iles": 3, chum: 1, "clsc-naskapi": 1 });
    expect(committees.every(({ mandate }) => mandate === "RIGHTS_DEFENCE")).toBe(true);
  });

  it("says of every committee and of its collaborations that they are synthetic", async () => {
    const committees = await allCommittees();
    const added = (await allCollaborations()).slice(29);
    expect(committees).toHaveLength(79);
    expect(added.length).toBeGreaterThan(40);
    for (const { origin, provenance } of [...committees, ...added]) {
      expect(origin).toBe("SYNTHETIC");
      expect(provenance).toEqual({
        document: "HUB",
        section: "Données de démonstration synthétiques",
        quote: null,
        licence: "UNSTATED",
      });
    }
  });

  it("ties each synthetic collaboration to its committee, with an intensity and a posture", async () => {
    const places = new Map(
      (await allCommittees()).map(({ id, establishment }) => [id, establishment.code] as const),
    );
    const added = (await allCollaborations()).filter(({ origin }) => origin === "SYNTHETIC");
    for (const { committee, attributedTo, posture, intensity, type } of added) {
      expect(attributedTo?.code).toBe(places.get(committee!.id));
      expect(posture).not.toBeNull();
      expect(type).not.toBeNull();
      expect(["NONE_PLANNED", "UNKNOWN"]).not.toContain(intensity);
    }
    expect(Math.max(...Object.values(tally(added.map(({ committee }) => committee!.id))))).toBe(2);
  });

  it("lists no committee and no synthetic collaboration where only real facts are planted", async () => {
    const factsOnly = await aDatabase("reference");
    try {
      const { data } = await aSubgraph(userCommittees, factsOnly).ask<{ collaborations: Collaboration[] }>(
        "{ userCommittees { id } collaborations { origin } }",
      );
      expect(data).toMatchObject({ userCommittees: [] });
      expect(data!.collaborations).toEqual(Array.from({ length: 29 }, () => ({ origin: "PUBLISHED" })));
    } finally {
      await factsOnly.drop();
    }
  });

  it("keeps the demonstration when a fact is corrected in the files", async () => {
    const before = await allCollaborations();
    await database.query("UPDATE user_committees.seed SET fingerprint = 'older' WHERE name = 'reference'");
    await database.query("DELETE FROM user_committees_published.collaboration WHERE code = 'mesure-48'");
    expect(await seedSubgraph(userCommittees, database.address, "demo", testDay)).toMatchObject({
      planted: true,
    });
    expect(await allCollaborations()).toEqual(before);
  });
});

describe("looking a committee up", () => {
  it("gives the committees of one establishment, and nothing for an unknown one", async () => {
    const of = (code: string): Promise<{ id: string }[]> =>
      answered("query ($code: String) { answer: userCommittees(establishment: $code) { id } }", { code });
    expect(await of("ciusss-estrie-chus")).toEqual([
      { id: "cu-ciusss-estrie-chus" },
      { id: "cuci-ciusss-estrie-chus" },
      { id: "cr-ciusss-estrie-chus" },
    ]);
    expect(await of("hopital-inconnu")).toEqual([]);
    expect(await of("")).toEqual([]);
  });

  const entities = <Answer>(selection: string, representations: object[]): Promise<Answer> =>
    answered(`query ($keys: [_Any!]!) { answer: _entities(representations: $keys) { ${selection} } }`, {
      keys: representations,
    });
  const place = (code: string): object => ({ __typename: "Establishment", code });

  it("adds its committees to an establishment of the register, in the order asked", async () => {
    expect(
      await entities("... on Establishment { code userCommittees { id } }", [
        place("chum"),
        place("hopital-inconnu"),
        place("cusm"),
      ]),
    ).toEqual([
      { code: "chum", userCommittees: [{ id: "cu-chum" }] },
      { code: "hopital-inconnu", userCommittees: [] },
      { code: "cusm", userCommittees: [{ id: "cu-cusm" }] },
    ]);
  });

  it("finds a committee by its identifier for another subgraph, and nothing for an unknown one", async () => {
    expect(
      await entities("... on UserCommittee { id kind }", [
        { __typename: "UserCommittee", id: "cuci-cisss-laval" },
        { __typename: "UserCommittee", id: "cuci-inconnu" },
      ]),
    ).toEqual([{ id: "cuci-cisss-laval", kind: "CUCI" }, null]);
  });

  it("sends as many statements for every establishment as for one", async () => {
    const selection =
      "... on Establishment { userCommittees { id collaborations { code type { code } committee { id } } } }";
    const places = [...new Set((await allCommittees()).map(({ establishment }) => establishment.code))];
    const sent = async (codes: string[]): Promise<number> => {
      const before = statements.length;
      await entities(selection, codes.map(place));
      return statements.length - before;
    };
    const forOne = await sent(["ciusss-estrie-chus"]);
    expect(forOne).toBe(4);
    expect(await sent(places)).toBe(forOne);
  });
});
