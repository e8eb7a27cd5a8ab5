import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import { placeIssues } from "../../gateway/figures-file/place-issues.js";
import type { FormFile } from "../../gateway/figures-file/known-form.js";
import { qualityIndicators } from "../../subgraphs/quality-indicators/index.js";
import {
  anOpening,
  type OpeningAnswer,
  openingMutation,
} from "../../subgraphs/quality-indicators/campaign/testing/an-opening.js";
import type { Issue } from "../../subgraphs/offline.js";
import { aDatabase, testDay, type TestDatabase } from "../harness/database.js";
import { anEstablishmentPrincipal, type Ask, aSteward, aSubgraph } from "../harness/subgraph.js";
import { type Draw } from "./draw.js";
import { figuresFile } from "./figures-file.js";
import { type Fault, type FaultMaker, faultMakers } from "./known-faults.js";
import { type DrawnAnswer, validAnswers } from "./random-answers.js";
import { type DrawnForm, randomForm } from "./random-form.js";
import { readFiguresFile } from "./read-figures-file.js";
import { seed } from "./seed.js";

const collector = aSteward("steward:collect");
const [byPush, byFile] = ["chum", "ciusss-estrie-chus"];

let database: TestDatabase;
let ask: Ask;
let hidden: unknown[];
beforeAll(async () => {
  database = await aDatabase("reference");
  ({ ask, hidden } = aSubgraph(qualityIndicators, database, () => testDay));
});
afterAll(() => database.drop());

const formQuery = `query ($campaign: String!) {
  form(campaign: $campaign) {
    campaign version title { fr en status } notice { version text { fr en status } }
    sections { code title { fr en status } } modules { code version origin title { fr en status } }
    questions { code section module type required asked finestLevel requiredWhenCondition text { fr en status }
      choices { code label { fr en status } low high alone }
      constraints { minimum maximum decimals maximumWords maximumCharacters } condition { question choice } }
    totals { kind questions other }
  }
  campaigns { code period { from to } }
}`;

interface ReadForm {
  readonly form: FormFile["form"] & { readonly campaign: string };
  readonly campaigns: readonly { readonly code: string; readonly period: FormFile["period"] }[];
}

/** The form as the hub must give it back: what was left out has the value that the schema promises. */
const expectedForm = (campaign: string, form: DrawnForm): unknown => {
  const told = (text: object) => ({ ...text, status: "PROPOSED" });
  return {
    ...form,
    campaign,
    title: told(form.title),
    notice: { ...form.notice, text: told(form.notice.text) },
    sections: form.sections.map((section) => ({ ...section, title: told(section.title) })),
    modules: form.modules.map((module) => ({ ...module, title: told(module.title) })),
    questions: form.questions.map((question) => ({
      ...question,
      asked: true,
      text: told(question.text),
      choices: question.choices.map((choice) => ({ ...choice, label: told(choice.label) })),
      constraints: {
        minimum: question.type === "INTEGER" || question.type === "DECIMAL" ? 0 : null,
        maximum: null,
        decimals: question.type === "INTEGER" ? 0 : null,
        maximumWords: null,
        maximumCharacters: null,
        ...question.constraints,
      },
    })),
  };
};

let opened = 0;

/** Opens a campaign with a form, and gives the form that the hub then tells of. */
async function open(form: DrawnForm): Promise<FormFile> {
  const code = `2026-essai-${(opened += 1)}`;
  const input = anOpening({ code, formOf: null, form });
  const { data, errors } = await ask<OpeningAnswer>(openingMutation, { input }, collector);
  expect({ errors, hidden }).toEqual({ errors: undefined, hidden: [] });
  expect(data!.openCampaign).toMatchObject({ status: "OPENED", expectedOffices: 35, issues: [] });
  const read = await ask<ReadForm>(formQuery, { campaign: code }, collector);
  expect(read.errors).toBeUndefined();
  expect(read.data!.form).toEqual(expectedForm(code, form));
  const { campaign: _, ...told } = read.data!.form;
  const { period = null } = read.data!.campaigns.find((campaign) => campaign.code === code) ?? {};
  return { form: { ...told, code }, period };
}

const pushMutation = `mutation ($input: YearlyFiguresInput!) {
  submitYearlyFigures(input: $input) { status revision
    issues { rule severity code path row column question message observed expected } }
}`;

interface Pushed {
  readonly submitYearlyFigures: {
    readonly status: string;
    readonly revision: number | null;
    readonly issues: readonly (Omit<Issue, "relatedPaths" | "messages"> & { readonly message: string })[];
  };
}

let keys = 0;

async function push(
  { form }: FormFile,
  establishment: string | undefined,
  answers: readonly DrawnAnswer[],
  noticeVersion = form.notice.version,
): Promise<Pushed["submitYearlyFigures"]> {
  const input = {
    campaign: form.code,
    establishment,
    idempotencyKey: `cle-${(keys += 1)}`,
    baseRevision: null,
    mode: "SUBMIT",
    noticeVersion,
    answers,
  };
  const { data, errors } = await ask<Pushed>(
    pushMutation,
    { input },
    anEstablishmentPrincipal(establishment ?? ""),
  );
  expect({ errors, hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.submitYearlyFigures;
}

const rowsWritten = async (campaign: string): Promise<number[]> => {
  const submissions = `quality_indicators.submission WHERE campaign = '${campaign}'`;
  const [counts] = await database.query<Record<string, number>>(
    `SELECT (SELECT count(*) FROM ${submissions})::integer AS submissions,
       (SELECT count(*) FROM quality_indicators.submission_revision
        WHERE submission IN (SELECT id FROM ${submissions}))::integer AS revisions,
       (SELECT count(*) FROM quality_indicators.idempotency_key WHERE campaign = '${campaign}')::integer AS keys,
       (SELECT count(*) FROM quality_indicators.audit_entry
        WHERE submission IN (SELECT id FROM ${submissions}))::integer AS events`,
  );
  return Object.values(counts ?? {});
};

/** What a file's reader and the hub report of a file, and whether the hub took it. */
async function pushFile(file: FormFile, text: string): Promise<{ status: string; reports: unknown[] }> {
  const { offices, problems } = await readFiguresFile(text, file);
  const told = ({ rule, code, row, column, question }: (typeof problems)[number]) => ({
    rule,
    code,
    row,
    column,
    question,
  });
  if (problems.length > 0) return { status: "UNREAD", reports: problems.map(told) };
  const [office] = offices;
  expect(offices).toHaveLength(1);
  const { status, issues } = await push(file, byFile, office!.answers as DrawnAnswer[]);
  const placed = placeIssues(
    issues.map(({ message, ...issue }) => ({ ...issue, messages: { fr: message, en: message } })),
    office!,
  );
  return { status, reports: placed.map(told) };
}

async function expectFileReport(draw: Draw, file: FormFile, name: string, fault: Fault): Promise<void> {
  const { text, rows } = figuresFile(draw, file.form.code, byFile!, fault.answers);
  const { column = "value", ...instead } = fault.inFile ?? {};
  const row = fault.place === null ? null : (rows[fault.place.answer]?.[fault.place.choice ?? 0] ?? null);
  // What is left blank in a file is told at its row, by a push at no answer.
  const place = row === null ? { row: null, column: null } : { row, column: columnOf(fault, column) };
  const { rule, code, question } = { ...fault.report, ...instead };
  const { status, reports } = await pushFile(file, text);
  expect({ name, reports }).toEqual({ name, reports: [{ rule, code, question, ...place }] });
  expect(["UNREAD", "REJECTED"]).toContain(status);
}

const columnOf = ({ report, inFile }: Fault, column: string): string =>
  inFile?.column ?? (report.path.endsWith(".question") ? "question" : column);

// Pushing every fault to every form would prove little more and take long; the rules alone meet all of them elsewhere.
const turns = 3;
const faultsInTurn = (): [string, FaultMaker][] =>
  Object.entries(faultMakers).filter((_, rank) => (rank + opened) % turns === 0);

describe(`a campaign with a form that nobody wrote (seed ${seed})`, () => {
  const faults = { push: new Set<string>(), file: new Set<string>() };

  it("takes valid answers, and refuses answers made wrong in one way, by push and by file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const form = randomForm(draw);
        const file = await open(form);
        const answers = validAnswers(draw, form);
        for (const [name, make] of faultsInTurn()) {
          const fault = make(draw, form, answers);
          if (fault === null) continue;
          faults.push.add(name);
          const { status, issues } = await push(file, byPush, fault.answers, fault.noticeVersion);
          const reports = issues.map(({ rule, code, path, question }) => ({ rule, code, path, question }));
          expect({ name, status, reports }).toEqual({ name, status: "REJECTED", reports: [fault.report] });
          // A file without a single answer has no rows: it is told so before any rule.
          if (fault.isOfPushOnly || fault.answers.length === 0) continue;
          faults.file.add(name);
          await expectFileReport(draw, file, name, fault);
        }
        expect(await rowsWritten(file.form.code)).toEqual([0, 0, 0, 0]);
        expect(await push(file, byPush, answers)).toEqual({ status: "ACCEPTED", revision: 1, issues: [] });
        const { text } = figuresFile(draw, file.form.code, byFile!, answers);
        expect(await pushFile(file, text)).toEqual({ status: "ACCEPTED", reports: [] });
        expect(await rowsWritten(file.form.code)).toEqual([2, 2, 2, 4]);
      }),
      { numRuns: 16, seed },
    );
  }, 120_000);

  it("met most of the faults that are known, by push and by file", () => {
    // A form that nobody wrote may ask nothing that some faults can be made of.
    const most = Object.keys(faultMakers).length / 2;
    expect(faults.push.size).toBeGreaterThan(most);
    expect(faults.file.size).toBeGreaterThan(most);
  });
});
