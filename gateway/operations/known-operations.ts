import { createHash } from "node:crypto";
import { operationTexts } from "../sdk/operation.js";
import { readyQuestions } from "../portal/ready-questions.js";

/** What an operation is called where names must be few: its own name if its document is one that the hub knows. */
export type NameOperation = (documentHash: string | undefined) => string;

const otherOperation = "other";
const name = /^\s*(?:query|mutation)\s+(\w+)/m;

/** Knows the documents of the command line, of the explorer's questions and those given, by the SHA-256 of their text. */
export function knownOperations(more: Iterable<string> = []): NameOperation {
  const texts = [...operationTexts(), ...readyQuestions.map(({ query }) => query), ...more];
  const names = new Map(
    texts.flatMap((text) => {
      const [, found] = name.exec(text) ?? [];
      return found === undefined ? [] : [[documentHash(text), found] as const];
    }),
  );
  return (hash) => names.get(hash ?? "") ?? otherOperation;
}

/** What a document is known by: the SHA-256 of its text, as Apollo Server writes it. */
export const documentHash = (text: string): string => createHash("sha256").update(text).digest("hex");
