import type { Limit } from "./limit.js";

/**
 * Fields of a document, fragments spread out: what the planner would have to look at. This is what a fragment that
 * spreads others that spread others multiplies. A portal's page has 30 to 60.
 */
export const fields: Limit = { code: "TOO_MANY_FIELDS", most: 500, of: (shape) => shape.fields };
