import { HubError } from "./errors.js";

/** Makes the cursor of a row: opaque, and bound to its list so that another list refuses it. */
export const cursorOf = (list: string, id: string): string =>
  Buffer.from(`${list}:${id}`).toString("base64url");

// Identifiers are plain printable characters; PostgreSQL refuses some of the others.
const printable = /^[\x21-\x7e]+$/;

/** Gives back the id in a cursor; throws INVALID_CURSOR for one that this list did not make. */
export function idOfCursor(list: string, cursor: string): string {
  const id = Buffer.from(cursor, "base64url")
    .toString()
    .slice(list.length + 1);
  // Decoding forgives strange characters; only what would be written again was written by us.
  if (!printable.test(id) || cursorOf(list, id) !== cursor) throw new HubError("INVALID_CURSOR", {}, "after");
  return id;
}
