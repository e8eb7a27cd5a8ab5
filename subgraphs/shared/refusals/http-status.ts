import type { RefusalCode } from "../errors.js";
import { refusals } from "../errors.js";
import type { Refusal } from "./refusal.js";

const statusOfFamily: Readonly<Record<Refusal["family"], number>> = {
  INVALID_INPUT: 400,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_COSTLY: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** The status by which a file that is refused is answered. */
export const httpStatusOf = (code: RefusalCode): number =>
  code === "UNAUTHENTICATED" ? 401 : statusOfFamily[refusals[code].family];
