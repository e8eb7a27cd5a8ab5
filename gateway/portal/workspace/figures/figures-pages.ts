import type { WorkspacePage } from "../workspace-page.js";
import { figuresPage } from "./campaigns/campaigns.page.js";
import { figuresFilePage } from "./file/file.page.js";
import { figuresFormPage } from "./form/form.page.js";
import { figuresPrintPage } from "./print/print.page.js";
import { figuresReceiptPage } from "./receipt/receipt.page.js";
import { figuresReviewPage } from "./review/review.page.js";

/** The pages of an establishment for its yearly figures. */
export const figuresPages: readonly WorkspacePage[] = [
  figuresPage,
  figuresFormPage,
  figuresFilePage,
  figuresReviewPage,
  figuresReceiptPage,
  figuresPrintPage,
];
