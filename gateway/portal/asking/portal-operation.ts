import { createHash } from "node:crypto";

/** A document that the portal asks, with what goes in and what comes out. */
export interface PortalOperation<Data, Variables> {
  readonly name: string;
  /** SHA-256 of the document, in hexadecimal: what it is asked by at the public door. */
  readonly id: string;
  readonly text: string;
  /** Never set: they carry the types. */
  readonly data?: Data;
  readonly variables?: Variables;
}

/** What a document is known by. */
export const hashOfDocument = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Wraps a document; called by the generated files alone. */
export const portalOperation = <Data, Variables>(
  name: string,
  text: string,
): PortalOperation<Data, Variables> => ({ name, id: hashOfDocument(text), text });
