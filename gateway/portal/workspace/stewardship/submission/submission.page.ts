import { stewardPage } from "../parts/steward-page.js";
import { approve, checkAgain, returnToOffice, takeBack, withdraw } from "./submission.acts.js";
import { submissionShown } from "./submission-shown.js";

/** The page on which a submission is judged. */
export const submissionPage = stewardPage({
  name: "stewardSubmission",
  scopes: ["steward:collect"],
  shown: submissionShown,
  acts: { approve, return: returnToOffice, unapprove: takeBack, withdraw, check: checkAgain },
});
