import { readFileSync } from "node:fs";
import { join } from "node:path";
import { auditHeadsQuestion } from "../../downloads/audit-heads.js";
import { indicatorsQuestion } from "../../downloads/indicators/published-indicators.js";
import { readyQuestions } from "../ready-questions.js";
import { hashOfDocument } from "./portal-operation.js";
import { documentFiles, portalFolder } from "./portal-documents.js";

/** Where the manifest lies. */
export const manifestFile = join(portalFolder, "operations", "manifest.json");

/** One operation that may be asked by its hash. */
export interface ManifestOperation {
  /** SHA-256 of its document, in hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly type: "query";
  readonly body: string;
}

/** A list of operations in the form that Apollo's tools write and read. */
export interface Manifest {
  readonly format: "apollo-persisted-query-manifest";
  readonly version: 1;
  readonly operations: readonly ManifestOperation[];
}

/** What the pages of the portal, its explorer's questions and the open files ask of the public door. */
export function writtenManifest(): Manifest {
  const texts = [
    ...documentFiles("public").map((file) => readFileSync(file, "utf8")),
    ...readyQuestions.filter(({ door }) => door === "/graphql").map(({ query }) => query),
    indicatorsQuestion,
    auditHeadsQuestion,
  ];
  const operations = texts.map((body) => ({
    id: hashOfDocument(body),
    name: /^\s*query\s+(\w+)/m.exec(body)?.[1] ?? "",
    type: "query" as const,
    body,
  }));
  operations.sort((one, other) => (one.name < other.name ? -1 : 1));
  return { format: "apollo-persisted-query-manifest", version: 1, operations };
}

/** The documents of the committed manifest, by their hash; throws when one is not what its hash says. */
export function readManifest(file = manifestFile): ReadonlyMap<string, string> {
  const { operations } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  for (const { id, name, body } of operations)
    if (hashOfDocument(body) !== id) throw new Error(`${file}: ${name} has another hash than its document`);
  return new Map(operations.map(({ id, body }) => [id, body]));
}
