import { randomUUID } from "node:crypto";
import type { YearlyFiguresInput } from "../../../asking/authenticated.types.js";
import { HubRefused, type WorkspaceAsked } from "../../workspace-page.js";
import { portalPushFigures, type PortalPushFiguresMutation } from "../asking/push-figures.operation.js";
import type { SentAnswer } from "./sent-answer.js";
import type { FiguresCase } from "./figures-case.js";
import { type ToldIssue, toldIssue } from "./told-issue.js";

type Told = PortalPushFiguresMutation["submitYearlyFigures"];

/** What is sent of a case. */
export type CasePush = Pick<
  YearlyFiguresInput,
  "mode" | "idempotencyKey" | "baseRevision" | "reason" | "noticeVersion"
> & {
  readonly answers: readonly SentAnswer[];
};

/** What the hub answered. */
export interface Pushed extends Pick<
  Told,
  "status" | "revision" | "receipt" | "contentHash" | "difference" | "submission"
> {
  readonly issues: readonly ToldIssue[];
  readonly isReplay: boolean;
}

export const isTaken = ({ status }: Pick<Told, "status">): boolean =>
  status === "ACCEPTED" || status === "ACCEPTED_WITH_WARNINGS";

/** A key for the form of a page: the same page sent twice is one push. */
export const newKey = (): string => randomUUID();

/** Sends the figures of a case. A page that was sent, gone back to and changed begins a push of its own. */
export async function pushCase(
  { ask }: Pick<WorkspaceAsked, "ask">,
  { campaign, establishment, office }: Pick<FiguresCase, "campaign" | "establishment" | "office">,
  push: CasePush,
): Promise<Pushed> {
  const send = (idempotencyKey: string) =>
    ask(portalPushFigures, {
      input: { campaign, establishment: establishment.code, office, ...push, idempotencyKey },
    });
  const { data, isReplay } = await send(push.idempotencyKey).catch((error: unknown) => {
    if (error instanceof HubRefused && error.code === "IDEMPOTENCY_KEY_REUSED") return send(newKey());
    throw error;
  });
  const { issues, ...told } = data.submitYearlyFigures;
  return { ...told, issues: issues.map((issue) => toldIssue(issue, push.answers, push.mode)), isReplay };
}
