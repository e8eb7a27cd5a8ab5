import { oneByKey } from "../../shared/loader.js";
import { readContradictionsById } from "./read-contradictions.service.js";

/** A contradiction by its code. */
export const contradictionById = oneByKey(readContradictionsById, (contradiction) => contradiction.id);
