import { createHmac, timingSafeEqual } from "node:crypto";
import { HubError } from "../../shared/errors.js";

/** The list that a cursor belongs to: one release as one agreement sees it. */
export interface CursorScope {
  readonly release: string;
  readonly agreement: string;
  /** Secret that every process of one hub shares. */
  readonly secret: string;
}

const signatureBytes = 16;

/** The cursor of a row: its position, signed for this release and this agreement. */
export const cursorOfPosition = (scope: CursorScope, position: number): string =>
  Buffer.concat([signatureOf(scope, position), Buffer.from(String(position))]).toString("base64url");

/** The position in a cursor; throws INVALID_CURSOR for one that was changed or made for another list. */
export function positionOfCursor(scope: CursorScope, cursor: string): number {
  const bytes = Buffer.from(cursor, "base64url");
  const position = Number(bytes.subarray(signatureBytes).toString());
  const signature = bytes.subarray(0, signatureBytes);
  const isOurs =
    // Decoding forgives strange characters: only what would be written again was written by us.
    cursorOfPosition(scope, position) === cursor && timingSafeEqual(signature, signatureOf(scope, position));
  if (!isOurs) throw new HubError("INVALID_CURSOR", {}, "after");
  return position;
}

const signatureOf = ({ release, agreement, secret }: CursorScope, position: number): Buffer =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["partner-records", release, agreement, position]))
    .digest()
    .subarray(0, signatureBytes);
