import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { HubError } from "./errors.js";

/** The list that a cursor is a place of: another list, another filter or another reader refuses it. */
export interface CursorList {
  /** The key that the cursors of this hub are signed with. */
  readonly key: Buffer;
  readonly name: string;
  /** What the list was narrowed by. */
  readonly filter?: Readonly<Record<string, string | null>>;
  /** Who alone may go on with it, such as an access agreement; everybody unless given. */
  readonly audience?: string;
}

/** The key of cursors, the same in every process that knows the secret of the roles (RFC 5869). */
export const cursorKeyOf = (roleSecret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", roleSecret, "", "cursor", 32));

// Half of an HMAC-SHA-256 cannot be guessed either, and keeps cursors short (RFC 2104, s. 5).
const signatureLength = 16;

/** Makes the cursor of a row: its id, signed for its list. */
export const cursorOf = (list: CursorList, id: string): string =>
  Buffer.concat([signatureOf(list, id), Buffer.from(id)]).toString("base64url");

/** Gives back the id in a cursor; throws INVALID_CURSOR for one that was not made for this list. */
export function idOfCursor(list: CursorList, cursor: string): string {
  const bytes = Buffer.from(cursor, "base64url");
  const id = bytes.subarray(signatureLength).toString();
  // Decoding forgives strange characters; only what would be written again was written by us.
  if (
    bytes.length <= signatureLength ||
    bytes.toString("base64url") !== cursor ||
    !timingSafeEqual(bytes.subarray(0, signatureLength), signatureOf(list, id))
  )
    throw new HubError("INVALID_CURSOR", {}, "after");
  return id;
}

function signatureOf({ key, name, filter = {}, audience }: CursorList, id: string): Buffer {
  const narrowed = Object.entries(filter)
    .filter(([, value]) => value !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHmac("sha256", key)
    .update(JSON.stringify([name, narrowed, audience ?? null, id]))
    .digest()
    .subarray(0, signatureLength);
}
