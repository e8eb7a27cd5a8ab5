import type { ChangeNews, ChangeSource } from "../../../subgraphs/index.js";

/** A count that only grows: each change of what it stands for adds one. */
export interface Count {
  n: number;
}

/** What an answer was told from: unchanged as long as the sum of these counts is. */
export interface Watched {
  readonly counts: readonly Count[];
  readonly places: readonly Place[];
}

/** What is known of one subgraph. */
interface Place {
  isSeen: boolean;
  /** Anything of it. */
  readonly all: Count;
  readonly tables: ReadonlyMap<string, TableCounts>;
}

class TableCounts {
  /** Any change of it. */
  readonly any: Count = { n: 0 };
  /** Changes that were not told campaign by campaign. */
  readonly whole: Count = { n: 0 };
  readonly #campaigns: Count[] = [];

  ofCampaign(campaign: string): Count {
    return (this.#campaigns[bucketOf(campaign)] ??= { n: 0 });
  }
}

// Campaigns come from callers too: a count for each would grow with what they make up. Two that share one are emptied
// together, which costs an answer and spoils none.
const buckets = 4_096;
function bucketOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 31 + text.charCodeAt(index)) | 0;
  return (hash >>> 0) % buckets;
}

/** A table of a subgraph, or one campaign of it. */
export interface Need {
  readonly schema: string;
  readonly table: string;
  readonly campaign: string | null;
}

/** What a subgraph publishes, as far as changes go. */
export interface PublishingSubgraph {
  readonly schema: string;
  readonly tables: readonly string[];
}

/** Who told of a change: a subgraph, or another gateway that one told. */
export type ToldBy = "subgraph" | "gateway";

/** What the subgraphs told of changes so far. */
export class KnownChanges {
  readonly #places: ReadonlyMap<string, Place>;
  readonly #observers = new Set<(topics: readonly string[], by: ToldBy) => void>();

  constructor(subgraphs: readonly PublishingSubgraph[]) {
    this.#places = new Map(
      subgraphs.map(({ schema, tables }) => [
        schema,
        {
          isSeen: false,
          all: { n: 0 },
          tables: new Map(tables.map((table) => [table, new TableCounts()])),
        },
      ]),
    );
  }

  /** Follows what a subgraph tells; gives what stops that. */
  follow(schema: string, source: ChangeSource): () => void {
    return source.watch((news) => this.#heard(schema, news));
  }

  /** Something changed, whoever says so: `<schema>.<table>[@<campaign>]`. */
  told(topics: readonly string[], by: ToldBy = "subgraph"): void {
    for (const topic of topics) this.#count(topic);
    this.#tell(topics, by);
  }

  /** Has every change told: topics, and `<schema>.*` when anything of a subgraph may have changed. */
  observe(observer: (topics: readonly string[], by: ToldBy) => void): void {
    this.#observers.add(observer);
  }

  /** What to look at for answers that were told from these tables; from none of them, as an introspection: nothing. */
  watchOf(needs: readonly Need[]): Watched {
    const places = new Set<Place>();
    const counts = new Set<Count>();
    for (const { schema, table, campaign } of needs) {
      const place = this.#places.get(schema);
      const known = place?.tables.get(table);
      if (!place || !known) return this.watchOfAll();
      places.add(place);
      if (campaign === null) counts.add(known.any);
      else counts.add(known.whole).add(known.ofCampaign(campaign));
    }
    for (const { all } of places) counts.add(all);
    return { counts: [...counts], places: [...places] };
  }

  /** What to look at for an answer that may be told from anything. */
  watchOfAll(): Watched {
    const places = [...this.#places.values()];
    const counts = places.flatMap(({ all, tables }) => [all, ...[...tables.values()].map(({ any }) => any)]);
    return { counts, places };
  }

  #heard(schema: string, news: ChangeNews): void {
    if (news.kind === "changed") return this.told(news.topics);
    const place = this.#places.get(schema);
    if (!place) return;
    place.isSeen = news.kind === "seeing";
    place.all.n += 1;
    this.#tell([`${schema}.*`], "gateway");
  }

  #count(topic: string): void {
    const [, schema = "", table = "", campaign] = /^([^.]*)\.([^@]*)(?:@(.*))?$/s.exec(topic) ?? [];
    const place = this.#places.get(schema);
    const counts = place?.tables.get(table);
    // A table that this version does not know yet may be told from anywhere.
    if (!counts) {
      if (place) place.all.n += 1;
      return;
    }
    counts.any.n += 1;
    if (campaign === undefined) counts.whole.n += 1;
    else counts.ofCampaign(campaign).n += 1;
  }

  #tell(topics: readonly string[], by: ToldBy): void {
    for (const observer of this.#observers) observer(topics, by);
  }
}

/** The state of what is watched: the same number, nothing changed in between. */
export function stampOf({ counts }: Watched): number {
  let sum = 0;
  for (const { n } of counts) sum += n;
  return sum;
}

/** True when every change of what is watched would be told. */
export const isSeen = ({ places }: Watched): boolean => places.every((place) => place.isSeen);
