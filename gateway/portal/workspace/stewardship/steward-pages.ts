import type { WorkspacePage } from "../workspace-page.js";
import { accessPage } from "./access/access.page.js";
import { campaignPage } from "./campaign/campaign.page.js";
import { stewardCommentsPage } from "./comments/comments.page.js";
import { coConstructionPage } from "./co-construction/co-construction.page.js";
import { credentialsPage } from "./credentials/credentials.page.js";
import { deskPage } from "./desk/desk.page.js";
import { newCampaignPage } from "./new-campaign/new-campaign.page.js";
import { progressPage } from "./progress/progress.page.js";
import { publicationPage } from "./publication/publication.page.js";
import { readsPage } from "./reads/reads.page.js";
import { registerPage } from "./register/register.page.js";
import { releasesPage } from "./releases/releases.page.js";
import { resourcesPage } from "./resources/resources.page.js";
import { submissionPage } from "./submission/submission.page.js";

/** The pages of those who steer the hub. */
export const stewardPages: readonly WorkspacePage[] = [
  deskPage,
  newCampaignPage,
  campaignPage,
  submissionPage,
  publicationPage,
  registerPage,
  accessPage,
  credentialsPage,
  releasesPage,
  readsPage,
  progressPage,
  resourcesPage,
  coConstructionPage,
  stewardCommentsPage,
];
