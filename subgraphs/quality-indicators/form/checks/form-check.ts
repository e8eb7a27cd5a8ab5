import type { OpeningIssue } from "../../campaign/opening-issue.js";
import type { NewForm } from "../form-of-input.js";

/** One thing that a form must be, and everywhere that it is not. */
export type FormCheck = (form: NewForm) => OpeningIssue[];
