import { randomUUID } from "node:crypto";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { localizedTextOf } from "../../shared/localized-text.input.js";
import { asCaller } from "../../shared/tenancy.js";
import { type AccessIssueFound, accessIssue } from "./access-issue.js";
import { accessPolicy, latestLastDay } from "./access-policy.js";
import { type AccessRequest, AccessRequestState } from "./access-request.entity.js";
import { findOpenTitles, findRequest, insertRequest, isDemonstration } from "./access-request.repository.js";
import { AccessOutcome, type RequestAccessResult } from "./access-result.entity.js";
import { boundIssues, periodIssues, textIssues, variableIssues } from "./given-terms.js";
import type { RequestAccessInput } from "./request-access.input.js";

/** Asks for access in the name of a research team; everything to mend is told at once, and nothing then written. */
export function requestAccess(
  context: SubgraphContext,
  input: RequestAccessInput,
): Promise<RequestAccessResult> {
  const { principal, clock } = context;
  const { subject } = principal;
  if (subject === null) throw new HubError("NOT_ALLOWED");
  return asCaller(context, async (manager) => {
    const title = input.title.trim();
    const issues = [
      ...termIssues(input, dayInToronto(clock())),
      ...openIssues(title, await findOpenTitles(manager, subject)),
    ];
    if (issues.length > 0) return { status: AccessOutcome.REJECTED, request: null, issues };
    if (input.dryRun === true) return { status: AccessOutcome.VALID, request: null, issues };
    const id = randomUUID();
    await insertRequest(manager, {
      id,
      title,
      purpose: localizedTextOf(input.purpose),
      variables: input.variables,
      recordLevel: input.recordLevel,
      ethicsReference: input.ethicsReference.trim(),
      periodFrom: input.periodFrom,
      periodTo: input.periodTo,
      teamSize: input.teamSize,
      state: AccessRequestState.OPEN,
      requestedBy: subject,
      requestedClient: principal.client,
      requestedAt: clock(),
      synthetic: principal.isDevelopment || (await isDemonstration(manager)),
    });
    return { status: AccessOutcome.DONE, request: await written(findRequest(manager, id)), issues };
  });
}

async function written(found: Promise<AccessRequest | null>): Promise<AccessRequest> {
  const request = await found;
  if (!request) throw new Error("access request: written, but not found again");
  return request;
}

function termIssues(input: RequestAccessInput, today: string): AccessIssueFound[] {
  const { longestTitle, longestPurpose, longestReference, mostTeamMembers } = accessPolicy;
  const { fr, en } = input.purpose;
  return [
    ...textIssues(input.title, "input.title", longestTitle),
    ...textIssues(fr, "input.purpose.fr", longestPurpose),
    ...(en === null || en === undefined ? [] : textIssues(en, "input.purpose.en", longestPurpose)),
    ...variableIssues(input.variables, "input.variables"),
    ...textIssues(input.ethicsReference, "input.ethicsReference", longestReference),
    ...periodIssues(
      { from: input.periodFrom, to: input.periodTo },
      { from: "input.periodFrom", to: "input.periodTo" },
      { today, latestOf: latestLastDay },
    ),
    ...boundIssues(input.teamSize, "input.teamSize", 1, mostTeamMembers),
  ];
}

function openIssues(title: string, open: readonly string[]): AccessIssueFound[] {
  const same = title.toLocaleLowerCase("fr-CA");
  if (open.some((other) => other.toLocaleLowerCase("fr-CA") === same))
    return [
      accessIssue("ALREADY_REQUESTED", "input.title", {
        fr: "Vous avez déjà une demande en attente sous ce titre.",
        en: "You already have a request waiting under this title.",
        observed: title,
      }),
    ];
  const most = accessPolicy.mostOpenRequests;
  if (open.length < most) return [];
  return [
    accessIssue("TOO_MANY_OPEN", "input", {
      fr: `Vous avez déjà ${open.length} demandes en attente ; au plus ${most}.`,
      en: `You already have ${open.length} requests waiting; at most ${most}.`,
      observed: open.length,
      expected: `≤ ${most}`,
    }),
  ];
}
