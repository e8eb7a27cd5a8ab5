import { type LastYear, lastYearOf } from "../../../../figures-file/last-year.js";
import type { StoredText } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { portalFiguresForm, type PortalFiguresFormQuery } from "../asking/figures-form.operation.js";
import { portalFiguresSent, type PortalFiguresSentQuery } from "../asking/figures-sent.operation.js";

export type Form = NonNullable<PortalFiguresFormQuery["form"]>;
export type Question = Form["questions"][number];
export type Submission = PortalFiguresSentQuery["submissions"][number];
export type Revision = Submission["revisions"][number];
export type KeptAnswer = Revision["answers"][number];

/** The yearly figures of one office for one campaign: what is asked, and what was sent. */
export interface FiguresCase {
  readonly campaign: string;
  readonly title: StoredText;
  readonly period: PortalFiguresFormQuery["campaigns"][number]["period"] | null;
  readonly establishment: { readonly code: string; readonly name: StoredText };
  /** Null: the only office of the establishment, or none of several yet. */
  readonly office: string | null;
  /** The offices of the establishment that the campaign expects. */
  readonly offices: readonly string[];
  readonly form: Form;
  readonly submission: Submission | null;
  readonly current: Revision | null;
  readonly lastYear: LastYear<KeptAnswer> | null;
  /** What the collection reminds the office of, the newest first; none once its figures are received. */
  readonly reminders: PortalFiguresFormQuery["reminders"];
}

/** The questions that the hub asks, in their order. */
export const askedOf = ({ questions }: Pick<Form, "questions">): readonly Question[] =>
  questions.filter(({ asked }) => asked);

/** True while an establishment with several offices has not said which of them it speaks for. */
export const isOfficeUnsaid = ({ office, offices }: Pick<FiguresCase, "office" | "offices">): boolean =>
  offices.length > 1 && (office === null || !offices.includes(office));

/** Reads a case; null for a campaign without form, and for an account of no establishment. */
export async function readCase({
  ask,
  account,
  params,
  query,
}: Pick<WorkspaceAsked, "ask" | "account" | "params" | "query">): Promise<FiguresCase | null> {
  const { establishment } = account;
  const { campaign = "" } = params;
  if (establishment === null) return null;
  const [asked, sent] = await Promise.all([
    ask(portalFiguresForm, { campaign, establishment }),
    ask(portalFiguresSent, {}),
  ]);
  const { form } = asked.data;
  if (!form) return null;
  const meant = query["office"]?.[0] ?? null;
  const own = sent.data.submissions.filter((one) => one.establishment?.code === establishment);
  const offices = form.window?.offices ?? [];
  const isMeant = (office: string): boolean => (meant === null ? offices.length < 2 : office === meant);
  const submission = own.find((one) => one.campaign === campaign && isMeant(one.office)) ?? null;
  const known = asked.data.campaigns.find(({ code }) => code === campaign);
  return {
    campaign,
    title: known?.title ?? form.title,
    period: known?.period ?? null,
    establishment: {
      code: establishment,
      name: asked.data.establishment?.name ?? { fr: establishment, en: null },
    },
    office: meant,
    offices,
    form,
    submission,
    current: submission?.revisions.find(({ revision }) => revision === submission.revision) ?? null,
    lastYear: lastYearOf(own, { campaign, establishment, office: submission?.office ?? meant }),
    reminders: asked.data.reminders.filter(
      ({ office, isAnswered }) => !isAnswered && (meant === null || office === meant),
    ),
  };
}
