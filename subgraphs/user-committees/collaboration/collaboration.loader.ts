import { manyByKey } from "../../shared/loader.js";
import { findCollaborationsByCommittee } from "./collaboration.repository.js";

/** The collaborations of a committee. */
export const collaborationsByCommittee = manyByKey(
  findCollaborationsByCommittee,
  (collaboration) => collaboration.committeeId ?? "",
);
