import { oneByKey } from "../../shared/loader.js";
import { findCollaborationTypesByCode } from "./collaboration-type.repository.js";

/** A type of collaboration by its code. */
export const collaborationTypeByCode = oneByKey(findCollaborationTypesByCode, (type) => type.code);
