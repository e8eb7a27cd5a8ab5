import { createHash } from "node:crypto";

/**
 * The one text that stands for a JSON value (RFC 8785): keys sorted by UTF-16 code units, no space, numbers as
 * ECMAScript prints them. Members that are undefined are left out; what JSON cannot hold is a TypeError.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: expected a finite number, got ${value}`);
    return JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    // Section 3.2.3: names are ordered by their UTF-16 code units, which is what < compares.
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    const sorted = members.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  throw new TypeError(`canonicalJson: expected a JSON value, got ${typeof value}`);
}

/** SHA-256, in hexadecimal, of the canonical JSON of a value. */
export const hashOf = (value: unknown): string =>
  createHash("sha256").update(canonicalJson(value)).digest("hex");

/** The value without its null members: in GraphQL an absent member and a null one say the same. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
