import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aPartner, anEngagement, aRosterHub, type RosterHub } from "./testing/a-roster.js";
import { identifiersIn } from "./rules/direct-identifiers.js";
import { isSafeId } from "./safe-id.js";

let hub: RosterHub;
beforeAll(async () => {
  hub = await aRosterHub();
}, 60_000);
afterAll(() => hub?.database.drop());

// Values that occur nowhere else: what is looked for afterwards.
const canaries: readonly (readonly [kind: string, text: string, code: string])[] = [
  ["an e-mail", "canari.4417@courriel-canari.ca", "EMAIL_ADDRESS"],
  ["a broken e-mail", "canari4418@intranet", "EMAIL_ADDRESS"],
  ["a telephone number", "418-555-0173", "TELEPHONE_NUMBER"],
  ["a telephone number without its area", "555-0174", "TELEPHONE_NUMBER"],
  ["a telephone number written together", "4185550175", "TELEPHONE_NUMBER"],
  ["a health-insurance number", "CANR57051299", "HEALTH_INSURANCE_NUMBER"],
  ["a health-insurance number in groups", "CANR 5705 1298", "HEALTH_INSURANCE_NUMBER"],
  ["a social insurance number", "046 454 286", "SOCIAL_INSURANCE_NUMBER"],
  ["a social insurance number written together", "046454286", "SOCIAL_INSURANCE_NUMBER"],
  ["a postal code", "J1H 5N4", "POSTAL_CODE"],
  ["the first half of a postal code", "J1H", "PARTIAL_POSTAL_CODE"],
  ["a birth date", "1957-05-12", "FULL_DATE"],
  ["a birth date with the day first", "12/05/1957", "FULL_DATE"],
  ["a birth date in eight digits", "P-19570512", "FULL_DATE"],
  ["a title and a name", "Mme Canaripersonne", "PERSON_NAME"],
];

const everywhere = (
  text: string,
): readonly (readonly [place: string, rows: object[], withdrawn: string[]])[] => [
  ["rows[0].localId", [aPartner(text)], []],
  ["rows[0].status", [aPartner("P-1", { status: text })], []],
  ["rows[0].profiles", [aPartner("P-1", { profiles: ["COACH", text] })], []],
  ["rows[0].experienceDomains", [aPartner("P-1", { experienceDomains: [text] })], []],
  ["rows[0].engagements[0].role", [aPartner("P-1", { engagements: [anEngagement({ role: text })] })], []],
  [
    "rows[0].engagements[0].recognition",
    [aPartner("P-1", { engagements: [anEngagement({ recognition: [text] })] })],
    [],
  ],
  ["withdrawn[0]", [aPartner("P-1")], [text]],
];

describe("a direct identifier in a roster", () => {
  it.each(canaries)(
    "is refused with its place, neither repeated nor kept, wherever it stands: %s",
    async (_kind, text, code) => {
      for (const [place, rows, withdrawn] of everywhere(text))
        for (const mode of ["DRY_RUN", "SUBMIT"]) {
          const pushed = await hub.push({ mode, rows, withdrawn });
          const about = pushed.issues.filter(({ rule }) => rule === "P02");
          expect({ place, status: pushed.status, about }).toMatchObject({
            place,
            status: "REJECTED",
            about: [{ severity: "E", code, path: place, observed: null }],
          });
          expect(JSON.stringify(pushed)).not.toContain(text);
        }
      expect(hub.hidden).toEqual([]);
      expect(await hub.everything()).not.toContain(text);
    },
  );

  it("is not repeated in a conflict either", async () => {
    await hub.push({ rows: [aPartner("P-1")] });
    for (const [, text] of canaries)
      for (const [, rows, withdrawn] of everywhere(text)) {
        const stale = await hub.push({ baseRevision: null, rows, withdrawn });
        expect(stale.status).toBe("CONFLICT");
        expect(JSON.stringify(stale)).not.toContain(text);
      }
    await hub.forget();
  });

  it.each([
    "Tremblay",
    "jean.tremblay",
    "Jean-Tremblay-12",
    "TREMBLAY01",
    "Émilie-4",
    "P-0001 Roy",
    "sœur-3",
    "abcdef",
    "P",
    "(1)",
  ])("may be a name, or nothing that can be told from one: %s", async (localId) => {
    const pushed = await hub.writingNothing(() => hub.push({ rows: [aPartner(localId)] }));
    expect(pushed).toMatchObject({
      status: "REJECTED",
      issues: [{ rule: "P02", code: "NOT_OPAQUE", path: "rows[0].localId", observed: null }],
    });
  });

  it("in a column for codes is not repeated, name or not", async () => {
    const pushed = await hub.writingNothing(() =>
      hub.push({ rows: [aPartner("P-1", { gender: "Canaripersonne", region: "rue du Canari" })] }),
    );
    expect(pushed.issues.map(({ code, observed }) => ({ code, observed }))).toEqual([
      { code: "UNKNOWN_CODE", observed: null },
      { code: "UNKNOWN_CODE", observed: null },
    ]);
    expect(JSON.stringify(pushed)).not.toMatch(/canari/i);
  });
});

describe("a local id", () => {
  it.each([
    "P-0001",
    "1",
    "4127",
    "PART-0042",
    "patient_17",
    "CH:2024/118",
    "UP.3-b",
    "0b9c7d4e-2f31-4c55-9a6e-51b2f09d8c77",
    "01HV4T9Z7QK3M5N8P2R6S0W1XY",
    "9f86d081884c7d659a2feaa0c55ad015",
    "P-20260001",
  ])("that says nothing is taken: %s", (localId) => {
    expect({ safe: isSafeId(localId), found: identifiersIn(localId) }).toEqual({ safe: true, found: [] });
  });
});
