import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEstablishmentPrincipal, aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { publicPrincipal } from "../../shared/principal.js";
import { aForm, aQuestion } from "../form/testing/a-form.js";
import { badForms } from "../form/testing/bad-forms.js";
import { anOpening, type OpeningAnswer, openingMutation } from "./testing/an-opening.js";
import { anOpeningHub, asWritten, collector, type OpeningHub } from "./testing/opening-hub.js";

let hub: OpeningHub;
beforeAll(async () => {
  hub = await anOpeningHub();
});
afterAll(() => hub.database.drop());

describe("what cannot be opened", () => {
  const refused: [string, Record<string, unknown>, string[]][] = [
    ["a code that is taken", { code: "2025-2026" }, ["CODE_TAKEN code"]],
    ["a code without year", { code: "essai" }, ["BAD_CODE code"]],
    ["a code that reads like a vintage", { code: "2026.1" }, ["BAD_CODE code"]],
    ["a title without French", { title: { fr: " ", en: "Title" } }, ["MISSING_FRENCH title.fr"]],
    ["a note without French", { note: { fr: "" } }, ["MISSING_FRENCH note.fr"]],
    [
      "a period upside down",
      { period: { from: "2027-04-01", to: "2026-03-31", label: "?" }, stockDate: null },
      ["PERIOD_OUT_OF_ORDER period.to"],
    ],
    [
      "a period without words",
      { period: { from: "2026-04-01", to: "2027-03-31", label: " " } },
      ["MISSING_LABEL period.label"],
    ],
    [
      "people counted outside the period",
      { stockDate: "2027-04-01" },
      ["STOCK_DATE_OUTSIDE_PERIOD stockDate"],
    ],
    [
      "a deadline before the opening",
      { closesAt: "2026-03-30", lockAt: null },
      ["DATES_OUT_OF_ORDER closesAt"],
    ],
    ["a lock before the deadline", { lockAt: "2026-06-29" }, ["DATES_OUT_OF_ORDER lockAt"]],
    ["an embargo over at the opening", { embargoUntil: "2026-04-01" }, ["DATES_OUT_OF_ORDER embargoUntil"]],
    ["no form", { formOf: null }, ["NO_FORM form"]],
    ["two forms", { form: aForm() }, ["TWO_FORMS form"]],
    ["the form of a campaign that has none", { formOf: "2019" }, ["UNKNOWN_FORM formOf"]],
    [
      "a new form with a mistake",
      { formOf: null, form: aForm({ questions: [aQuestion({ section: "Z" })], totals: [] }) },
      ["UNKNOWN_SECTION form.questions[0].section"],
    ],
  ];

  it.each(refused)(
    "%s is told at its place, in words, and nothing is written",
    async (_title, changes, expected) => {
      const input = asWritten({ code: "2030-2031", ...changes });
      for (const dryRun of [true, false]) {
        const { status, issues, receipt } = await hub.writingNothing(() => hub.open({ ...input, dryRun }));
        expect([status, receipt]).toEqual(["REJECTED", null]);
        expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
        expect(issues.every(({ message }) => message.length > 10)).toBe(true);
      }
    },
  );

  it.each(badForms)("includes a form that %s", async (_title, form, expected) => {
    const input = asWritten({ code: "2030-2031", formOf: null, form });
    const { status, issues, receipt } = await hub.writingNothing(() => hub.open(input));
    expect([status, receipt]).toEqual(["REJECTED", null]);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });

  it("includes a form with a question of a document that nobody knows", async () => {
    const [question] = (asWritten(aForm({ questions: [aQuestion()], totals: [] })) as { questions: object[] })
      .questions;
    const provenance = { document: "Z", section: "Annexe 2", quote: "Une question ?" };
    const form = { ...asWritten(aForm({ totals: [] })), questions: [{ ...question, provenance }] };
    const { issues } = await hub.writingNothing(() => hub.open({ code: "2030-2031", formOf: null, form }));
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "UNKNOWN_DOCUMENT form.questions[0].provenance.document",
    ]);
  });

  it("is told all at once", async () => {
    const { issues } = await hub.writingNothing(() =>
      hub.open(
        asWritten({
          code: "essai",
          title: { fr: "" },
          closesAt: "2026-03-01",
          lockAt: null,
          formOf: null,
          form: aForm({ version: "", questions: [aQuestion({ module: "Z" })] }),
        }),
      ),
    );
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "BAD_CODE code",
      "MISSING_FRENCH title.fr",
      "DATES_OUT_OF_ORDER closesAt",
      "MISSING_VERSION form.version",
      "UNKNOWN_MODULE form.questions[0].module",
      "UNKNOWN_QUESTION form.totals[0].questions[0]",
      "UNKNOWN_QUESTION form.totals[0].other[0]",
    ]);
  });

  it("is told in English to who asks for it", async () => {
    const { data } = await hub.ask<OpeningAnswer>(
      openingMutation.replace("message", "message(lang: EN)"),
      { input: anOpening({ code: "2025-2026" }) },
      collector,
    );
    expect(data!.openCampaign.issues[0]?.message).toBe(
      "Campaign “2025-2026” exists already. An opened campaign changes no more; take another code.",
    );
  });

  it("is told to the second of two who open the same code at once", async () => {
    const before = await hub.rows();
    const both = await Promise.all([hub.open({ code: "2027-2028" }), hub.open({ code: "2027-2028" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["OPENED", "REJECTED"]);
    expect(both.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(["CODE_TAKEN"]);
    expect((await hub.rows()).map((count, index) => count - before[index]!)).toEqual([1, 1, 1, 35, 1]);
  });

  it("includes a campaign that would expect nobody", async () => {
    await hub.database.query(
      "UPDATE establishments_published.partnership_office SET valid_to = '2028-03-31'",
    );
    const late = {
      code: "2028-2029",
      period: { from: "2028-04-01", to: "2029-03-31", label: "2028-2029" },
      stockDate: null,
    };
    const { status, expectedOffices, issues } = await hub.writingNothing(() => hub.open(late));
    expect([status, expectedOffices, issues.map(({ code }) => code)]).toEqual([
      "REJECTED",
      0,
      ["EMPTY_FRAME"],
    ]);
    await hub.database.query("UPDATE establishments_published.partnership_office SET valid_to = NULL");
  });

  it.each(["2026-02-30", "hier", "2026-04-01T09:00:00", 20260401])(
    "is refused as a whole for a date that is none: %j",
    async (opensAt) => {
      const { data, errors } = await hub.writingNothing(() =>
        hub.send(anOpening({ code: "2030-2031", opensAt })),
      );
      expect([data, errors?.length]).toEqual([undefined, 1]);
    },
  );
});

describe("who opens a campaign", () => {
  it.each([
    ["the public", publicPrincipal],
    ["an establishment", anEstablishmentPrincipal("chum")],
    ["a researcher", aResearcher("entente-demo-1")],
    ["who publishes", aSteward("steward:publish")],
    ["who keeps the privacy", aSteward("steward:privacy")],
  ])("is not %s", async (_name, principal) => {
    const { errors } = await hub.writingNothing(() => hub.send(anOpening({ code: "2030-2031" }), principal));
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["NOT_ALLOWED"]);
    expect(errors?.[0]?.message).toBe(
      "Vos droits ne permettent pas cette opération ; il faut steward:collect.",
    );
  });
});
