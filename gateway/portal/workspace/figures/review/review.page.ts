import { paths } from "../../../addresses.js";
import { HubRefused, type Outcome, type SentForm, type WorkspacePage } from "../../workspace-page.js";
import { caseAddress, officeQuery } from "../case/case-links.js";
import { type FiguresCase, readCase } from "../case/figures-case.js";
import { isTaken, newKey, pushCase, type Pushed } from "../case/push-case.js";
import { sentAgain } from "../case/sent-answers.js";
import { reviewPage, type ReviewView } from "./review-body.js";

type Asked = ReviewView["asked"];

/** Before submitting: what will be public and where, the points left, the notice to accept. */
export const figuresReviewPage: WorkspacePage = {
  name: "figuresReview",
  path: paths.figuresReview,
  query: officeQuery,
  scopes: ["figures:write"],
  async show(asked) {
    const figures = await readCase(asked);
    if (figures === null) return null;
    if (figures.current === null) return toForm(asked, figures);
    return reviewPage({ ...(await tried(asked, figures)), reason: "", isAccepted: false, news: null });
  },
  async act(asked, sent) {
    const query = { office: sent.all("office").filter(Boolean) };
    const figures = await readCase({ ...asked, query });
    if (figures === null) return null;
    if (figures.current === null) return toForm(asked, figures);
    return submit(asked, figures, sent);
  },
};

// Nothing is kept yet: there is nothing to review.
const toForm = ({ language }: Asked, figures: FiguresCase): Outcome => ({
  kind: "see",
  address: caseAddress(language, "figuresForm", figures),
});

/** What the hub says of the current revision as it stands; its refusal when it takes none. */
async function tried(
  asked: Asked,
  figures: FiguresCase,
): Promise<Pick<ReviewView, "asked" | "figures" | "issues" | "refusal">> {
  try {
    const { issues } = await pushCase(asked, figures, {
      mode: "DRY_RUN",
      idempotencyKey: newKey(),
      baseRevision: figures.current?.revision ?? null,
      reason: null,
      noticeVersion: figures.form.notice.version,
      answers: sentAgain(figures.current?.answers ?? []),
    });
    // The reason is asked for on this very page.
    return { asked, figures, issues: issues.filter(({ path }) => path !== "reason"), refusal: null };
  } catch (error) {
    if (!(error instanceof HubRefused) || error.code === "UNAUTHENTICATED") throw error;
    return { asked, figures, issues: [], refusal: error.messages };
  }
}

/** Submits the very revision that was reviewed: another one that was saved meanwhile makes it a conflict. */
async function submit(asked: Asked, figures: FiguresCase, sent: SentForm): Promise<Outcome> {
  const reviewed = figures.submission?.revisions.find(
    ({ revision }) => String(revision) === sent.one("base"),
  );
  const notice = sent.one("notice");
  const said = { reason: sent.one("reason"), isAccepted: notice !== "" };
  const again = async (
    news: ReviewView["news"],
    status: 409 | 422,
    { issues }: Partial<Pick<Pushed, "issues">> = {},
  ): Promise<Outcome> => {
    const view = issues
      ? { asked, figures, issues, refusal: null }
      : await tried(asked, (await readCase({ ...asked, query: officeOf(figures) })) ?? figures);
    return { kind: "page", status, page: reviewPage({ ...view, ...said, news }) };
  };
  try {
    const pushed = await pushCase(asked, figures, {
      mode: "SUBMIT",
      idempotencyKey: sent.one("key") || newKey(),
      baseRevision: reviewed?.revision ?? null,
      reason: said.reason.trim() || null,
      noticeVersion: notice || null,
      answers: sentAgain(reviewed?.answers ?? []),
    });
    if (pushed.status === "CONFLICT") return await again("changed", 409);
    if (!isTaken(pushed)) return await again("rejected", 422, pushed);
    return { kind: "see", address: caseAddress(asked.language, "figuresReceipt", figures) };
  } catch (error) {
    if (!(error instanceof HubRefused) || error.code === "UNAUTHENTICATED") throw error;
    const view = { asked, figures, issues: [], refusal: error.messages };
    return { kind: "page", status: 422, page: reviewPage({ ...view, ...said, news: "refused" }) };
  }
}

const officeOf = ({ office }: FiguresCase) => ({ office: office === null ? [] : [office] });
