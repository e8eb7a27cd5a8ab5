import { paths } from "../../../addresses.js";
import { HubRefused, type WorkspaceAsked, type WorkspacePage } from "../../workspace-page.js";
import { portalWithdrawFigures } from "../asking/withdraw-figures.operation.js";
import { caseAddress, officeQuery } from "../case/case-links.js";
import { readCase } from "../case/figures-case.js";
import { formatQuery, receiptPage, type ReceiptView } from "./receipt-body.js";
import { receiptFile, receiptOf } from "./receipt.js";

/** What was sent, with its receipt and everything that happened to it since. */
export const figuresReceiptPage: WorkspacePage = {
  name: "figuresReceipt",
  path: paths.figuresReceipt,
  query: { ...officeQuery, ...formatQuery },
  scopes: ["figures:write"],
  async show(asked) {
    const view = await readView(asked);
    if (view === null) return null;
    const format = asked.query["format"]?.[0];
    if (format === "txt" || format === "json")
      return receiptFile(view.figures, view.proof, format, asked.language);
    return receiptPage(view);
  },
  async act(asked, sent) {
    const view = await readView(asked);
    if (view === null) return null;
    const reason = sent.one("reason");
    try {
      // Of the caller's own alone: the id is the one that was read, whatever was sent.
      await asked.ask(portalWithdrawFigures, { id: view.submission.id, reason });
    } catch (error) {
      if (!(error instanceof HubRefused) || error.code === "UNAUTHENTICATED") throw error;
      const page = receiptPage({ ...view, refusal: error.messages, withdrawReason: reason });
      return { kind: "page", status: 422, page };
    }
    return { kind: "see", address: caseAddress(asked.language, "figuresReceipt", view.figures) };
  },
};

async function readView(asked: WorkspaceAsked): Promise<ReceiptView | null> {
  const figures = await readCase(asked);
  const proof = figures && receiptOf(figures);
  if (!figures?.submission || !proof) return null;
  return { asked, figures, submission: figures.submission, proof, refusal: null, withdrawReason: "" };
}
