import { manyByKey } from "../../shared/loader.js";
import { findEvents } from "../audit/audit-entry.repository.js";
import { findRevisions } from "./submission.repository.js";

/** The revisions of a submission, oldest first. */
export const revisionsBySubmission = manyByKey(findRevisions, (revision) => revision.submission);

/** The events of a submission, oldest first. */
export const eventsBySubmission = manyByKey(findEvents, (event) => event.submission ?? "");
