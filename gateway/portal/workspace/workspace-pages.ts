import { commentsPage } from "./comments/comments.page.js";
import { newCommentPage } from "./comments/new-comment.page.js";
import { figuresPages } from "./figures/figures-pages.js";
import { workspaceHomePage } from "./home/workspace-home.page.js";
import { countsPage } from "./research/reading/counts.page.js";
import { recordsPage } from "./research/reading/records.page.js";
import { releasePage } from "./research/release/release.page.js";
import { requestPage } from "./research/request/request.page.js";
import { researchPage } from "./research/research.page.js";
import { stewardPages } from "./stewardship/steward-pages.js";
import type { WorkspacePage } from "./workspace-page.js";

/** The pages for those who have signed in. */
export const workspacePages: readonly WorkspacePage[] = [
  workspaceHomePage,
  ...figuresPages,
  commentsPage,
  newCommentPage,
  researchPage,
  requestPage,
  releasePage,
  recordsPage,
  countsPage,
  ...stewardPages,
];
