import type { DatabaseAddress } from "../database-address.js";
import { listenForChanges } from "./change-listener.js";

/** What becomes known of changes. */
export type ChangeNews =
  /** From now on every change is told; before, anything may have changed. */
  | { readonly kind: "seeing" }
  /** Changes are not told until « seeing » comes again. */
  | { readonly kind: "blind" }
  /** Tables, or campaigns of tables, that read otherwise from now on: `<schema>.<table>[@<campaign>]`. */
  | { readonly kind: "changed"; readonly topics: readonly string[] };

export type ChangeObserver = (news: ChangeNews) => void;

/** Where changes of one subgraph are told. */
export interface ChangeSource {
  /** Tells how it stands, then every news, until the function that it gives is called. */
  watch(observer: ChangeObserver): () => void;
}

/** The changes of one subgraph of this process. */
export interface OwnChanges extends ChangeSource {
  /** A mark to ask `since` with. */
  mark(): number;
  /** The topics told since a mark; a few too many rather than one too few. */
  since(mark: number): readonly string[];
}

// A request that changes things lasts for seconds; a publication tells of two dozen.
const mostRemembered = 1_000;

/** What PostgreSQL tells a process over all of its connections to one server. */
export class DatabaseChanges {
  readonly #observers = new Set<ChangeObserver>();
  readonly #told: string[] = [];
  #first = 0;
  #watched = 0;
  #isSeeing = false;
  #stop: (() => Promise<void>) | null = null;

  constructor(private readonly address: DatabaseAddress) {}

  /** Listens on a connection of its own until as many `release` as `hold` were called. */
  hold(): void {
    this.#watched += 1;
    this.#stop ??= listenForChanges(this.address, {
      told: (topic) => this.told(topic),
      stands: (isSeeing) => {
        if (!isSeeing && !this.#isSeeing) return;
        this.#isSeeing = isSeeing;
        this.#tell({ kind: isSeeing ? "seeing" : "blind" });
      },
    });
  }

  async release(): Promise<void> {
    this.#watched -= 1;
    if (this.#watched > 0) return;
    const stop = this.#stop;
    this.#stop = null;
    this.#isSeeing = false;
    await stop?.();
  }

  /** A connection of this process was told of a change; the same may be told by several. */
  told(topic: string): void {
    this.#told.push(topic);
    if (this.#told.length > mostRemembered) {
      this.#told.shift();
      this.#first += 1;
    }
    this.#tell({ kind: "changed", topics: [topic] });
  }

  /** The part of it that one schema is about. */
  of(schema: string): OwnChanges {
    const isOwn = (topic: string): boolean => topic.startsWith(`${schema}.`);
    return {
      watch: (observer) => {
        const own: ChangeObserver = (news) => {
          if (news.kind !== "changed" || news.topics.every(isOwn)) observer(news);
        };
        this.#observers.add(own);
        observer({ kind: this.#isSeeing ? "seeing" : "blind" });
        return () => void this.#observers.delete(own);
      },
      mark: () => this.#first + this.#told.length,
      since: (mark) => {
        // What was forgotten meanwhile may have been anything.
        if (mark < this.#first) return [`${schema}.*`];
        return [...new Set(this.#told.slice(mark - this.#first).filter(isOwn))];
      },
    };
  }

  #tell(news: ChangeNews): void {
    for (const observer of this.#observers) observer(news);
  }
}

const byAddress = new WeakMap<DatabaseAddress, DatabaseChanges>();

/** What is told by the server at an address: one for all the subgraphs of a process that use it. */
export function changesAt(address: DatabaseAddress): DatabaseChanges {
  const known = byAddress.get(address);
  if (known) return known;
  const changes = new DatabaseChanges(address);
  byAddress.set(address, changes);
  return changes;
}
