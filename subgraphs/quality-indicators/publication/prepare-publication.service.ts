import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import { findFrame, findWindow } from "../campaign-window/campaign-window.repository.js";
import { findForm } from "../form/form.repository.js";
import { TotalKind } from "../form/form-module.entity.js";
import { asCaller } from "../../shared/tenancy.js";
import type { Transaction } from "../submission/submission.repository.js";
import { runApart } from "../../shared/apart.js";
import type { ProtectedPublication, protectedPublication } from "./compute-publication.js";
import { ComputedPublications } from "./computed-publications.js";
import { isPublishable } from "./publishable.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import { changesBetween, type PublicationChange } from "./publication-changes.js";
import type { PublicationInput } from "./publication-input.js";
import {
  type ApprovedSubmission,
  findApproved,
  findComputedIndicators,
  findKnownContradictions,
  findLastRows,
  findMark,
  findWithdrawnRows,
  lastVintageNumber,
  type PublishedDefinition,
} from "./publication.repository.js";
import { findRegisters } from "./registers.repository.js";
import { countLeftOut, findEarlierVintages } from "./vintage-revision.repository.js";

/** The facts of a campaign that a publication reads before its transaction: the form and the campaign itself. */
export type CampaignFacts = Pick<PublicationInput, "campaign" | "questions" | "sameTotals">;

/** Reads what a publication of a campaign is made of beside its answers; refuses a campaign without a form. */
export async function readCampaignFacts(context: SubgraphContext, code: string): Promise<CampaignFacts> {
  const campaign = await knownCampaign(context, code);
  const form = await findForm(context, code);
  if (form === null) throw new HubError("NOTHING_TO_PUBLISH", { campaign: code }, "campaign");
  const base = campaign.base === "OFFICES" ? "OFFICES" : "RESPONDENTS";
  return {
    campaign: { code, base, period: campaign.period },
    questions: form.questions.map(({ code: question, finestLevel, choices }) => ({
      code: question,
      finestLevel,
      choices: choices.map((choice) => ({ code: choice.code })),
    })),
    sameTotals: form.totals
      .filter(({ kind }) => kind === TotalKind.SAME_TOTAL)
      .map(({ questions, other }) => ({ questions, other })),
  };
}

/** A publication that is ready, and what it would change. */
export interface PreparedPublication extends ProtectedPublication {
  readonly number: number;
  readonly vintage: string;
  readonly approved: readonly ApprovedSubmission[];
  readonly newlyApproved: readonly ApprovedSubmission[];
  /** How many submissions of the vintage in force are not in it: they were withdrawn. */
  readonly leftOut: number;
  readonly changes: readonly PublicationChange[];
  readonly definitions: readonly PublishedDefinition[];
  /** True when it would say again, word for word, what two stewards have withdrawn. */
  readonly saysWithdrawn: boolean;
  /** What it was made from, as one text: another one, and it would say something else. */
  readonly mark: string;
}

/** Everything that a publication of the given answers is made of. */
export async function readPublicationInput(
  manager: Transaction,
  context: SubgraphContext,
  facts: CampaignFacts,
  submissions: PublicationInput["submissions"],
): Promise<PublicationInput> {
  const { code } = facts.campaign;
  const indicators = await findComputedIndicators(manager, code);
  return {
    ...facts,
    indicators,
    closesAt: (await findWindow(manager, code))?.closesAt ?? null,
    registers: await findRegisters(
      manager,
      indicators.filter((indicator) => isPublishable(indicator, facts)),
    ),
    frame: await findFrame(manager, code),
    submissions,
    contradictions: await findKnownContradictions(manager, code),
    earlier: await findEarlierVintages(manager, code),
    publishedOn: dayInToronto(context.clock()),
  };
}

/** How many publications stay computed: a few campaigns that stewards look at in turn. */
const mostKept = 3;

const lastComputed = new ComputedPublications(
  (input) =>
    runApart<typeof protectedPublication>(
      new URL("./compute-publication.js", import.meta.url),
      "protectedPublication",
      input,
    ),
  mostKept,
);

/**
 * Reads the next publication of a campaign, computes and protects it, apart and while nothing is locked; writes nothing.
 * What was computed of the very same input is not computed again.
 */
export async function preparePublication(
  context: SubgraphContext,
  facts: CampaignFacts,
  computed: ComputedPublications = lastComputed,
): Promise<PreparedPublication> {
  const { code } = facts.campaign;
  const read = await asCaller(context, async (manager) => {
    // First: what changes while the rest is read gives another mark later.
    const mark = await findMark(manager, code, false);
    const approved = await findApproved(manager, code);
    return {
      mark,
      approved,
      input: await readPublicationInput(manager, context, facts, approved),
      withdrawn: await findWithdrawnRows(manager, code),
      last: await findLastRows(manager, code),
      number: (await lastVintageNumber(manager, code)) + 1,
      leftOut: await countLeftOut(manager, code),
    };
  });
  const { approved, input, number } = read;
  const made = await computed.of(input);
  return {
    ...made,
    mark: read.mark,
    number,
    vintage: `${code}.${number}`,
    approved,
    newlyApproved: approved.filter(
      ({ approvedRevision, publishedRevision }) => approvedRevision !== publishedRevision,
    ),
    leftOut: read.leftOut,
    definitions: input.indicators.map(({ code: indicator, version, measures }) => ({
      indicator,
      version,
      measures,
    })),
    changes: changesBetween(read.last, made.rows),
    saysWithdrawn: read.withdrawn.length > 0 && changesBetween(read.withdrawn, made.rows).length === 0,
  };
}

/** True when a vintage would hold something new; a first one needs an approved submission. */
export const isWorthPublishing = ({
  number,
  newlyApproved,
  leftOut,
  changes,
}: Pick<PreparedPublication, "number" | "newlyApproved" | "leftOut" | "changes">): boolean =>
  newlyApproved.length > 0 || (number > 1 && (leftOut > 0 || changes.length > 0));

/** How many of the rows say nothing but that they are protected. */
export const countSuppressed = (rows: readonly ObservationToPublish[]): number =>
  rows.filter(({ status }) => status === "SUPPRESSED").length;
