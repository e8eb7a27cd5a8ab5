import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publicPrincipal } from "../../shared/principal.js";
import { testDay } from "../../../test/harness/database.js";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { aPush, form2025, fullAnswers } from "./testing/a-push.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

const push = (changes?: Record<string, unknown>) => hub.push(changes);
const send = (input: object) => hub.send(input);
const ask: Collection["ask"] = (...question) => hub.ask(...question);
const writingNothing: Collection["writingNothing"] = (work) => hub.writingNothing(work);
const approve = (id: string) =>
  ask<{ approveSubmission: { state: string } }>(
    "mutation ($id: ID!) { approveSubmission(id: $id) { state } }",
    { id },
    aSteward("steward:collect"),
  );

describe("what is accepted", () => {
  it("keeps a first push with its receipt, its answers, who sent it and what happened", async () => {
    const result = await push({ answers: fullAnswers({ D: { text: "Une équipe engagée" } }) });
    expect(result).toMatchObject({ status: "ACCEPTED", revision: 1, issues: [], difference: [] });
    expect(result.receipt).toMatch(/^ciusss-estrie-chus\/\d+\/[0-9a-f]{64}$/);
    const read = fullAnswers({ D: { text: "" } }).length;
    expect(result.counts).toEqual({ read, created: read, updated: 0, unchanged: 0, rejected: 0 });
    const { data } = await ask(
      `query ($id: ID!) { submission(id: $id) { state revision submittedBy submittedAt office establishment { code }
        answers { response question number text } revisions { revision mode synthetic contentHash } audit { event actor afterHash receipt } } }`,
      { id: result.submission!.id },
      estrie,
    );
    expect(data!.submission).toMatchObject({
      state: "SUBMITTED",
      revision: 1,
      submittedBy: estrie.subject,
      submittedAt: testDay.toISOString(),
      establishment: { code: "ciusss-estrie-chus" },
      answers: expect.arrayContaining([
        { response: 1, question: "B6", number: 60, text: null },
        { response: 1, question: "D", number: null, text: "Une équipe engagée" },
      ]),
      revisions: [{ revision: 1, mode: "SUBMIT", synthetic: true }],
      audit: [
        { event: "CREATED", actor: estrie.subject },
        { event: "VALIDATED", actor: estrie.subject, receipt: result.receipt },
      ],
    });
    const { revisions, audit } = data!.submission as unknown as {
      revisions: { contentHash: string }[];
      audit: { afterHash: string }[];
    };
    const hashes = [
      ...revisions.map(({ contentHash }) => contentHash),
      ...audit.map(({ afterHash }) => afterHash),
    ];
    expect(hashes).toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f]{64}$/)));
    expect(new Set(hashes).size).toBe(1);
  });

  it("keeps a draft with its blanks, tells them all, and lets it become a submission", async () => {
    const draft = await push({
      mode: "DRAFT",
      noticeVersion: null,
      answers: [{ question: "B6", number: 60 }],
    });
    expect(draft).toMatchObject({
      status: "ACCEPTED_WITH_WARNINGS",
      revision: 1,
      submission: { state: "DRAFT" },
    });
    expect(new Set(draft.issues.map(({ rule }) => rule))).toEqual(new Set(["V18"]));
    const final = await push({ baseRevision: 1 });
    expect(final).toMatchObject({ status: "ACCEPTED", revision: 2, submission: { state: "SUBMITTED" } });
    expect(final.counts).toMatchObject({ unchanged: 1, created: fullAnswers().length - 1 });
  });

  it("asks a comment for a warning, and accepts it once either of the two figures is explained", async () => {
    const answers = { B6: { number: 60 }, B7: { number: 62 } };
    const bare = await writingNothing(() => push({ answers: fullAnswers(answers) }));
    const index = fullAnswers(answers).findIndex(({ question }) => question === "B7");
    expect(bare.status).toBe("REJECTED");
    expect(bare.issues).toEqual([
      expect.objectContaining({
        rule: "V09",
        severity: "W",
        path: `answers[${index}].number`,
        row: index + 1,
        column: "value",
        question: "B7",
        relatedPaths: [`answers[${index - 1}].number`],
      }),
    ]);
    const explained = {
      ...answers,
      B6: { number: 60, comment: "Deux directions recrutent hors de la banque." },
    };
    expect(await push({ answers: fullAnswers(explained) })).toMatchObject({
      status: "ACCEPTED_WITH_WARNINGS",
      revision: 1,
    });
  });

  it("tries everything and writes nothing in a dry run, and leaves its key free", async () => {
    const input = aPush({ mode: "DRY_RUN", noticeVersion: null });
    const { data } = await writingNothing(() => send(input));
    expect(data!.submitYearlyFigures).toMatchObject({
      status: "ACCEPTED",
      revision: null,
      receipt: null,
      submission: null,
    });
    expect(await push({ idempotencyKey: input.idempotencyKey })).toMatchObject({
      status: "ACCEPTED",
      revision: 1,
    });
  });

  it("tells a message in English when asked", async () => {
    const { data } = await ask<{ submitYearlyFigures: { issues: { message: string }[] } }>(
      "mutation ($input: YearlyFiguresInput!) { submitYearlyFigures(input: $input) { issues { message(lang: EN) } } }",
      { input: aPush({ answers: fullAnswers({ B6: null }) }) },
      estrie,
    );
    expect(data!.submitYearlyFigures.issues[0]!.message).toBe(
      "Question B6 needs a value, or the reason why there is none. A blank is not a zero.",
    );
  });

  it("gives the form and its window to those who send or collect, and to nobody else", async () => {
    const query =
      '{ form(campaign: "2025-2026") { notice { version } questions { code finestLevel } window { opensAt closesAt } } }';
    const asked = await ask<{ form: { window: object | null; questions: object[] } }>(query, {}, estrie);
    expect(asked.data!.form).toMatchObject({
      notice: { version: form2025.notice.version },
      window: { opensAt: testDay.toISOString() },
    });
    expect(asked.data!.form.questions).toHaveLength(form2025.questions.length);
    for (const stranger of [aResearcher(null), publicPrincipal])
      expect((await ask(query, {}, stranger)).errors![0]!.extensions!.code).toBe("NOT_ALLOWED");
  });
});

describe("what is rejected as a result, with its place and nothing written", () => {
  it.each([
    ["a required question left blank", { B6: null }, "V18", "answers", "B6"],
    ["an unknown question", { B99: { number: 1 } }, "FORM", "question", "B99"],
    ["an unknown choice", { B3: { choices: ["DEUX_ANS"] } }, "FORM", "choices", "B3"],
    ["a number where a choice is asked", { B3: { number: 3 } }, "FORM", "number", "B3"],
    ["two values in one answer", { B6: { number: 3, missing: "DOES_NOT_KNOW" } }, "FORM", "", "B6"],
    ["half a person", { B6: { number: 40.5 } }, "V05", "number", "B6"],
    ["a negative number", { B6: { number: -1 } }, "V05", "number", "B6"],
  ])("%s", async (_title, changes, rule, member, question) => {
    const answers = fullAnswers(changes);
    const index = answers.findIndex((answer) => answer.question === question);
    const result = await writingNothing(() => push({ answers }));
    const path = index === -1 ? "answers" : `answers[${index}]${member ? `.${member}` : ""}`;
    expect(result.status).toBe("REJECTED");
    expect(result).toMatchObject({ revision: null, receipt: null, submission: null });
    expect(result.issues).toContainEqual(expect.objectContaining({ rule, path, question, severity: "E" }));
    expect(result.counts).toMatchObject({ created: 0, rejected: answers.length });
  });

  it("an establishment that is not the sender's, whoever it is", async () => {
    for (const establishment of ["chum", "hopital-inconnu"]) {
      const result = await writingNothing(() => push({ establishment }));
      expect(result.status).toBe("REJECTED");
      expect(result.issues[0]).toMatchObject({
        rule: "V01",
        path: "establishment",
        code: "NOT_YOUR_ESTABLISHMENT",
      });
    }
  });

  it("the office of another establishment", async () => {
    const result = await writingNothing(() => push({ office: "bureau-chum" }));
    expect(result.issues[0]).toMatchObject({ rule: "V01", path: "office", code: "UNKNOWN_OFFICE" });
  });

  it("a submission whose notice was not accepted", async () => {
    const result = await writingNothing(() => push({ noticeVersion: "2024-1" }));
    expect(result.issues).toEqual([expect.objectContaining({ rule: "V18", path: "noticeVersion" })]);
  });

  it("even a draft, when a figure is no figure", async () => {
    const answers = [{ question: "B6", number: 1.5 }];
    const result = await writingNothing(() => push({ mode: "DRAFT", answers }));
    expect(result.status).toBe("REJECTED");
  });

  it("a text that no database can keep", async () => {
    const answers = fullAnswers({ D: { text: "a\0b" } });
    const result = await writingNothing(() => push({ answers }));
    expect(result.issues).toEqual([expect.objectContaining({ rule: "V05", code: "UNREADABLE_CHARACTER" })]);
  });

  it("a change of approved figures without a reason; with one it is a correction", async () => {
    const first = await push();
    await approve(first.submission!.id);
    const answers = fullAnswers({ B6: { number: 61 } });
    const bare = await writingNothing(() => push({ baseRevision: 1, answers }));
    expect(bare.issues).toEqual([expect.objectContaining({ rule: "V24", path: "reason" })]);
    const corrected = await push({ baseRevision: 1, answers, reason: "Un oubli dans la banque." });
    expect(corrected).toMatchObject({ status: "ACCEPTED", revision: 2, counts: { updated: 1 } });
    const { data } = await ask<{ submission: object }>(
      "query ($id: ID!) { submission(id: $id) { state approvedRevision audit { event reason } } }",
      { id: first.submission!.id },
      estrie,
    );
    expect(data!.submission).toMatchObject({ state: "SUBMITTED", approvedRevision: 1 });
    expect(JSON.stringify(data)).toContain('"event":"CORRECTED","reason":"Un oubli dans la banque."');
  });
});
