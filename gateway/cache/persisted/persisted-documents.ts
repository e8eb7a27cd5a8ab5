import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { HubError } from "../../../subgraphs/index.js";
import { mostQueryCharacters } from "../../guard/limits/query-characters.js";

// What developers have registered; the portal's own documents are not among them and are never pushed out.
const charactersKept = 2_000_000;
const leastWeight = 200;

/** A hash beside a document or in its place, as Apollo's clients send it. */
export interface GivenHash {
  readonly sha256Hash: string;
}

/** The documents that may be asked by their hash: those of the manifest, and those that callers have registered. */
export class PersistedDocuments {
  readonly #registered = new LRUCache<string, string>({ maxSize: charactersKept });

  constructor(
    private readonly manifest: ReadonlyMap<string, string>,
    /** Only the manifest's are run. */
    private readonly isRestricted: boolean,
  ) {}

  /** The document of a request, by its text, its hash or both; throws the refusal of one that is not run here. */
  documentOf(query: string | null, given: GivenHash | null): string {
    if (query === null) return this.#known(given?.sha256Hash ?? "");
    const hash = given || this.isRestricted ? createHash("sha256").update(query).digest("hex") : "";
    if (given && given.sha256Hash !== hash) throw new HubError("PERSISTED_QUERY_HASH_MISMATCH");
    if (this.isRestricted && !this.manifest.has(hash)) throw new HubError("OPERATION_NOT_IN_MANIFEST");
    if (given && !this.manifest.has(hash) && query.length <= mostQueryCharacters)
      this.#registered.set(hash, query, { size: leastWeight + query.length });
    return query;
  }

  #known(hash: string): string {
    const document = this.manifest.get(hash) ?? (this.isRestricted ? undefined : this.#registered.get(hash));
    if (document !== undefined) return document;
    throw new HubError(this.isRestricted ? "OPERATION_NOT_IN_MANIFEST" : "PERSISTED_QUERY_NOT_FOUND");
  }
}
