import type { StoredText } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import {
  portalFiguresCampaigns,
  type PortalFiguresCampaignsQuery,
} from "../asking/figures-campaigns.operation.js";
import { portalFiguresSent } from "../asking/figures-sent.operation.js";
import { portalFiguresWindow, type PortalFiguresWindowQuery } from "../asking/figures-window.operation.js";
import type { Submission } from "../case/figures-case.js";

type Campaign = PortalFiguresCampaignsQuery["campaigns"][number];

/** A campaign that an establishment answers, with what it sent of each office. */
export interface AnsweredCampaign {
  readonly campaign: Campaign;
  readonly window: NonNullable<PortalFiguresWindowQuery["form"]>["window"];
  readonly submissions: readonly Submission[];
}

/** The campaigns of an establishment, the latest first: those that have been opened, and those that it answered. */
export async function readCampaigns({
  ask,
  account: { establishment: code },
}: WorkspaceAsked): Promise<{ readonly name: StoredText; readonly campaigns: AnsweredCampaign[] } | null> {
  if (code === null) return null;
  const [{ data }, sent] = await Promise.all([
    ask(portalFiguresCampaigns, { establishment: code }),
    ask(portalFiguresSent, {}),
  ]);
  const own = sent.data.submissions.filter(({ establishment }) => establishment?.code === code);
  const withForm = data.campaigns.filter(({ instrument }) => instrument !== null);
  const campaigns = await Promise.all(
    withForm.map(async (campaign) => ({
      campaign,
      window: (await ask(portalFiguresWindow, { campaign: campaign.code })).data.form?.window ?? null,
      submissions: own.filter((submission) => submission.campaign === campaign.code),
    })),
  );
  return {
    name: data.establishment?.name ?? { fr: code, en: null },
    campaigns: campaigns
      .filter(({ window, submissions }) => window !== null || submissions.length > 0)
      .sort((one, other) => (one.campaign.code < other.campaign.code ? 1 : -1)),
  };
}
