// What pg's own cursors and streams take from it; its types tell nothing of it.
declare module "pg/lib/utils.js" {
  /** A value as PostgreSQL is sent it. */
  export function prepareValue(value: unknown): unknown;
}
