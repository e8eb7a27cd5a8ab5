import { oneByKey } from "../../shared/loader.js";
import { findContradictionsById } from "./contradiction.repository.js";

/** A contradiction by its code. */
export const contradictionById = oneByKey(findContradictionsById, (contradiction) => contradiction.id);
