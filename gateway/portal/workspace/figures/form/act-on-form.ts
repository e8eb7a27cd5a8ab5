import { HubRefused, type Outcome, type SentForm, type WorkspaceAsked } from "../../workspace-page.js";
import { caseAddress } from "../case/case-links.js";
import { type FiguresCase, readCase } from "../case/figures-case.js";
import { isTaken, pushCase, type Pushed } from "../case/push-case.js";
import type { ToldIssue } from "../case/told-issue.js";
import { conflictPage } from "../conflict/conflict-page.js";
import { formPage } from "./form-body.js";
import type { FormNews, FormView } from "./form-view.js";
import { saveBySelf } from "./autosave.js";
import { liveAnswer } from "./live-answer.js";
import { pushOf, type Reading, readingOf } from "./reading.js";

/** Does what a button of the form asks for: nothing that was typed is lost, whatever comes of it. */
export async function takesForm(
  asked: WorkspaceAsked,
  figures: FiguresCase,
  sent: SentForm,
): Promise<Outcome> {
  const reading = readingOf(asked, figures, sent);
  const action = sent.one("action");
  if (action === "autosave") return { kind: "json", value: await saveBySelf(reading) };
  if (action === "open") return page(reading, 200, { news: "opened" });
  try {
    if (sent.one("answer-as") === "json") return await live(reading, sent.all("touched"));
    if (action === "check") return await check(reading);
    return await keepDraft(reading, action === "review" ? "figuresReview" : "figuresForm");
  } catch (error) {
    if (!(error instanceof HubRefused) || error.code === "UNAUTHENTICATED") throw error;
    return page(reading, 422, { news: "refused", refusal: error.messages });
  }
}

const page = (
  reading: Reading,
  status: 200 | 422,
  result: Partial<Pick<FormView, "issues" | "refusal">> & { readonly news: FormNews },
): Outcome => ({
  kind: "page",
  status,
  page: formPage({ ...reading, issues: [], refusal: null, ...result }),
});

// What cannot be read leaves its question without value: the hub would say so a second time.
const withUnread = ({ unread }: Reading, issues: readonly ToldIssue[]): readonly ToldIssue[] => [
  ...unread,
  ...issues.filter(({ question }) => !unread.some((one) => one.question === question)),
];

const tried = (reading: Reading): Promise<Pushed> =>
  pushCase(reading.asked, reading.figures, pushOf(reading, "DRY_RUN"));

async function keepDraft(reading: Reading, next: "figuresForm" | "figuresReview"): Promise<Outcome> {
  const { asked, figures, unread } = reading;
  if (unread.length > 0) return page(reading, 422, { news: "notSaved", issues: unread });
  const pushed = await pushCase(asked, figures, pushOf(reading, "DRAFT"));
  if (pushed.status === "CONFLICT") return conflict(reading, pushed);
  if (!isTaken(pushed))
    return page(reading, 422, {
      news: "notSaved",
      issues: pushed.issues.filter(({ isBlocking }) => isBlocking),
    });
  const { language } = asked;
  return {
    kind: "see",
    address: caseAddress(
      language,
      next,
      figures,
      next === "figuresForm" ? [[language === "fr" ? "enregistre" : "saved", "1"]] : [],
    ),
  };
}

async function check(reading: Reading): Promise<Outcome> {
  const pushed = await tried(reading);
  if (pushed.status === "CONFLICT") return conflict(reading, pushed);
  const issues = withUnread(reading, pushed.issues);
  const isFine = isTaken(pushed) && reading.unread.length === 0;
  const news = !isFine ? "checked" : issues.length === 0 ? "checkedWell" : "checkedWithPoints";
  return page(reading, 200, { news, issues });
}

async function live(reading: Reading, touched: readonly string[]): Promise<Outcome> {
  const { issues } = await tried(reading);
  return { kind: "json", value: liveAnswer(reading, withUnread(reading, issues), touched) };
}

// What somebody else saved may be newer than what was read before.
async function conflict(reading: Reading, pushed: Pushed): Promise<Outcome> {
  const { asked, figures } = reading;
  const query = { office: figures.office === null ? [] : [figures.office] };
  const fresh = (await readCase({ ...asked, query })) ?? figures;
  return {
    kind: "page",
    status: 409,
    page: conflictPage({ ...reading, figures: fresh }, reading.answers, pushed),
  };
}
