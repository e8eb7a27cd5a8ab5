import { hashOf } from "../../shared/canonical-json.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { localizedTextOf } from "../../shared/localized-text.input.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import { hubChain, recordEvents } from "../audit/audit-entry.repository.js";
import { askRegister } from "../campaign-window/ask-register.service.js";
import { frameOf } from "../campaign-window/frame-of-register.js";
import { textIssues } from "../form/checks/check-texts.js";
import { Basis } from "../indicator/measure.js";
import { campaignByCode } from "./campaign.loader.js";
import type { Campaign } from "./campaign.entity.js";
import { daysOf, planIssues, planOf } from "./campaign-plan.js";
import { codeIssues, codeTaken, frameIssues } from "./identity-issues.js";
import { formMeant } from "./form-meant.service.js";
import type { OpenCampaignInput } from "./open-campaign.input.js";
import { type OpenCampaignResult, OpeningStatus } from "./open-campaign-result.entity.js";
import { insertOpening, type Opening } from "./opening.repository.js";
import type { OpeningIssue } from "./opening-issue.js";

/**
 * Opens a campaign with its form, its dates and the offices that it expects, copied once from the register. Everything
 * to mend is told in one pass, and then nothing is written. Refuses when the register does not answer.
 */
export async function openCampaign(
  context: SubgraphContext,
  input: OpenCampaignInput,
): Promise<OpenCampaignResult> {
  const { subject } = context.principal;
  if (subject === null) throw new HubError("NOT_ALLOWED");
  const [register, meant, known] = await Promise.all([
    askRegister(context),
    formMeant(context, input),
    campaignByCode(context).load(input.code),
  ]);
  const frame = frameOf(input.code, register, input.stockDate ?? input.period.to);
  const issues = [
    ...codeIssues(input, known),
    ...textIssues("title", localizedTextOf(input.title)),
    ...textIssues("note", localizedTextOf(input.note)),
    ...planIssues(input),
    ...meant.issues,
    ...frameIssues(frame),
  ];
  const { form } = meant;
  const answer = (status: OpeningStatus, found: readonly OpeningIssue[]): OpenCampaignResult => ({
    status,
    campaign: null,
    expectedOffices: frame.length,
    issues: found,
    receipt: null,
  });
  if (form === null || issues.length > 0) return answer(OpeningStatus.REJECTED, issues);
  if (input.dryRun) return answer(OpeningStatus.VALID, []);
  const campaign = campaignOf(input, meant.instrument);
  const opening = { campaign, form, window: planOf(input), frame };
  const receipt = await writeOpening(context, subject, opening);
  if (receipt === null) return answer(OpeningStatus.REJECTED, [codeTaken(input.code)]);
  return { ...answer(OpeningStatus.OPENED, []), campaign, receipt };
}

const campaignOf = (input: OpenCampaignInput, instrument: string): Campaign => ({
  code: input.code,
  instrument,
  title: localizedTextOf(input.title),
  period: input.period,
  stockDate: input.stockDate ?? null,
  ...daysOf(planOf(input)),
  basis: input.basis ?? Basis.OFFICES,
  base: input.base ?? Basis.OFFICES,
  note: localizedTextOf(input.note),
  provenance: null,
});

/** One transaction: the campaign and what it is made of, then the audit. Null when somebody took the code meanwhile. */
const writeOpening = (context: SubgraphContext, actor: string, opening: Opening): Promise<string | null> =>
  asCaller(context, async (manager) => {
    if (!(await insertOpening(manager, opening))) return null;
    const [receipt] = await recordEvents(manager, [
      {
        chain: hubChain,
        event: AuditEvent.CAMPAIGN_OPENED,
        submission: null,
        revision: null,
        subject: opening.campaign.code,
        actor,
        at: context.clock(),
        reason: null,
        vintage: null,
        beforeHash: null,
        afterHash: hashOf(opening),
      },
    ]);
    return receipt ?? null;
  });
