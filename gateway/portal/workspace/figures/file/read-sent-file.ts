import { sourceOfBytes } from "../../../../figures-file/figure-source.js";
import { placeIssues } from "../../../../figures-file/place-issues.js";
import { fileProblem, type Problem } from "../../../../figures-file/problem.js";
import { FigureReader, type OfficeFigures } from "../../../../figures-file/read-figures.js";
import { openFigureFile } from "../../../../figures-file/read-file.js";
import type { Reference } from "../../../../figures-file/reference.js";
import { RowOrder } from "../../../../figures-file/row-order.js";
import { inBoth } from "./both-languages.js";
import { portalFiguresEstablishments } from "../asking/figures-establishments.operation.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import type { SentAnswer } from "../case/sent-answer.js";
import type { FiguresCase } from "../case/figures-case.js";
import { newKey, pushCase } from "../case/push-case.js";
import { referenceForm } from "./reference-form.js";

/** What was read in a file, and what the hub says of it; nothing is written. */
export interface ReadFile {
  readonly answers: readonly SentAnswer[];
  /** In the order of the rows. */
  readonly problems: readonly Problem[];
  /** False when something of the file could not be read: it is then taken by nobody. */
  readonly isReadable: boolean;
}

/** Reads a file of one office, row by row, and tries it on the hub as it stands. */
export async function readSentFile(
  asked: WorkspaceAsked,
  figures: FiguresCase,
  bytes: Uint8Array,
): Promise<ReadFile> {
  const inFile: Problem[] = [];
  const offices = await officesIn(bytes, await referenceOf(asked, figures), (problem) =>
    inFile.push(problem),
  );
  if (offices.length > 1)
    inFile.push(fileProblem("SEVERAL_OFFICES", inBoth("severalOffices", { count: offices.length })));
  const [office] = offices;
  const isReadable = inFile.length === 0 && office !== undefined;
  const answers = (office?.answers ?? []) as readonly SentAnswer[];
  const tried = office && offices.length === 1 ? await tryOffice(asked, figures, office) : [];
  return { answers, isReadable, problems: inRowOrder([...inFile.map(inWords(figures)), ...tried]) };
}

async function officesIn(
  bytes: Uint8Array,
  reference: Reference,
  tell: (problem: Problem) => void,
): Promise<OfficeFigures[]> {
  const file = await openFigureFile(sourceOfBytes(bytes), tell);
  try {
    const reader = new FigureReader(reference);
    const offices: OfficeFigures[] = [];
    for (let part = 0; part < file.parts; part += 1) offices.push(...file.officesOf(part, reader, tell));
    return offices;
  } finally {
    file.close();
  }
}

/** What reading a file needs to know: this campaign's form, and the codes of the register. */
async function referenceOf(
  { ask }: WorkspaceAsked,
  { campaign, form, period }: FiguresCase,
): Promise<Reference> {
  const { data } = await ask(portalFiguresEstablishments, {});
  return {
    forms: new Map([[campaign, referenceForm(form)]]),
    campaigns: new Map([[campaign, { code: campaign, period }]]),
    establishments: new Map(data.establishments.map((one) => [one.code, one])),
  };
}

/** What the hub says of an office's answers, at the rows where they stand. */
async function tryOffice(
  asked: WorkspaceAsked,
  { submission }: FiguresCase,
  office: OfficeFigures,
): Promise<readonly Problem[]> {
  const { campaign, establishment, answers, unreadRows } = office;
  const { issues } = await pushCase(
    asked,
    // For whom the file says that it speaks: the hub tells when that is not the sender.
    {
      campaign,
      office: office.office,
      establishment: { code: establishment, name: { fr: establishment, en: null } },
    },
    {
      mode: "DRY_RUN",
      idempotencyKey: newKey(),
      baseRevision: submission?.revision ?? null,
      reason: null,
      noticeVersion: null,
      answers: answers as readonly SentAnswer[],
    },
  );
  // The reason of a correction is asked for when the figures are submitted.
  const told = issues.filter(({ path }) => path !== "reason");
  // A cell that could not be read leaves its answer without value: the rules would tell it a second time.
  return placeIssues(told, office).filter(({ row }) => row === null || !unreadRows.has(row));
}

// The words of the terminal name an option of the command.
const inWords =
  ({ campaign }: FiguresCase) =>
  (problem: Problem): Problem =>
    problem.code === "UNKNOWN_CAMPAIGN"
      ? {
          ...problem,
          messages: inBoth("otherCampaign", { code: problem.observed ?? "", campaign }),
          expected: campaign,
        }
      : problem;

function inRowOrder(problems: readonly Problem[]): Problem[] {
  const ordered: Problem[] = [];
  const order = new RowOrder((problem) => ordered.push(problem));
  problems.forEach(order.tell);
  order.end();
  return ordered;
}
