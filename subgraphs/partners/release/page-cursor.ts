import { cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";

// As PostgreSQL prints it; it would also read other spellings, which we never wrote.
const rowIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The cursor of a row: its release and its random row id, which its reader knows already. It needs no signature:
 * whatever else is given is either a row of the same release that the caller may read, or refused.
 */
export const cursorOfRow = (release: string, rowId: string): string => cursorOf(release, rowId);

/** The row id in a cursor; throws INVALID_CURSOR for one that was not made for this release. */
export function rowIdOfCursor(release: string, cursor: string): string {
  const rowId = idOfCursor(release, cursor);
  if (!rowIdForm.test(rowId)) throw new HubError("INVALID_CURSOR", {}, "after");
  return rowId;
}
