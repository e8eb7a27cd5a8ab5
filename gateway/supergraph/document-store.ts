import type { KeyValueCache } from "@apollo/utils.keyvaluecache";
import type { DocumentNode } from "graphql";
import { AdmissionCache } from "./executor/admission-cache.js";

// Of the documents' texts; what is read of one weighs about a hundred times as much.
const charactersKept = 192 * 1024;

/** The documents that were read and validated; a flood of others leaves those that are asked again alone. */
export function documentStore(): KeyValueCache<DocumentNode> {
  const kept = new AdmissionCache<DocumentNode>({ maxWeight: charactersKept });
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => kept.set(key, document, document.loc?.source.body.length ?? 1_000),
    async delete(key) {
      kept.delete(key);
    },
  };
}
