import { LRUCache } from "lru-cache";
import type { SubgraphOperation } from "./transport.js";

// In characters: some thousands of documents, however many a client invents.
const mostText = 4_000_000;

/** Writes the body of a request: the document's part, which is most of it, is written once and kept. */
export function bodyWriter(): (operation: SubgraphOperation) => string {
  const written = new LRUCache<string, string>({
    maxSize: mostText,
    sizeCalculation: (text, query) => text.length + query.length,
  });
  const documentOf = (query: string): string => {
    const known = written.get(query);
    if (known !== undefined) return known;
    const text = `{"query":${JSON.stringify(query)},"variables":`;
    written.set(query, text);
    return text;
  };
  return ({ query, operationName, variables }) => {
    const name = operationName === undefined ? "" : `,"operationName":${JSON.stringify(operationName)}`;
    return `${documentOf(query)}${JSON.stringify(variables)}${name}}`;
  };
}
