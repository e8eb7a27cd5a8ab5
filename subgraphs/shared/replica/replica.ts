import type { DataSource, EntityManager } from "typeorm";
import type { ChangeNews } from "../changes/changes.js";
import type { DatabaseAddress } from "../database-address.js";
import type { Audience, Principal } from "../principal.js";
import type { Wait } from "../wait.js";
import { ReplicaGone, type ReplicaTold, ReplicaWatch } from "./replica-watch.js";

/** A streaming replica of a subgraph's server. */
export interface ReplicaSettings {
  /** Its place; account and password are those of the roles, as on the primary. */
  readonly url: string;
  /** How much later than on the primary a reader may see on it what another process committed. */
  readonly mostLagSeconds: number;
  readonly onTold: ReplicaTold;
}

/** Who reads: a request, which never reads backwards in time. */
export interface PublishedReader {
  readonly principal: Pick<Principal, "audience">;
  readonly wait?: Wait | undefined;
}

/** Reads published rows in one database or the other. */
export type PublishedRead<Result> = (manager: EntityManager) => Promise<Result>;

// They read what they just changed, perhaps through a process that hears of it a moment later than they know it.
const writers: ReadonlySet<Audience> = new Set(["establishment", "steward"]);

// A statement that takes too long takes as long on the primary, and one that nobody waits for is not asked again.
const tooLong = "57014";

/**
 * The replica that published rows are read from, when it holds what the reader must see.
 *
 *   establishments, stewards, the hub itself       the primary: they read what they just wrote, wherever they wrote it
 *   everybody else                                  the replica, once it holds every change that this process was told of,
 *                                                   while changes are told, and if it is not too far behind
 *   a request that has read on the primary          the primary: the second answer must not be older than the first
 *   an answer that does not come from the replica   the primary, for this read and until the replica answers again
 */
export class Replica {
  readonly #watch: ReplicaWatch;
  readonly #onPrimary = new WeakSet<PublishedReader>();

  constructor(
    primary: DatabaseAddress,
    { url, mostLagSeconds, onTold }: ReplicaSettings,
    /** Opens the pool of the role of published rows at an address; kept by who opens it. */
    private readonly poolAt: (address: DatabaseAddress) => Promise<DataSource>,
    readonly address: DatabaseAddress = replicaAddress(primary, url),
  ) {
    this.#watch = new ReplicaWatch(primary, address, mostLagSeconds * 1_000, onTold);
  }

  /** Reads on the replica if it may, else by `onPrimary`. */
  async read<Result>(
    reader: PublishedReader,
    read: PublishedRead<Result>,
    onPrimary: () => Promise<Result>,
  ): Promise<Result> {
    if (writers.has(reader.principal.audience) || this.#onPrimary.has(reader) || !this.#watch.maySee()) {
      this.#onPrimary.add(reader);
      return onPrimary();
    }
    try {
      return await this.#watch.whileThere(async () => read((await this.poolAt(this.address)).manager));
    } catch (error) {
      if ((error as { code?: unknown }).code === tooLong) throw error;
      this.#onPrimary.add(reader);
      const result = await onPrimary();
      // The primary answers what the replica did not: it is the replica that fails, not the question.
      if (!(error instanceof ReplicaGone)) this.#watch.failed(error);
      return result;
    }
  }

  /** Learns what PostgreSQL tells of changes: what is read from now on must show them. */
  heard({ kind }: ChangeNews): void {
    const now = performance.now();
    if (kind === "changed") this.#watch.rule.changed(now);
    else this.#watch.rule.hears(kind === "seeing", now);
  }

  close(): Promise<void> {
    return this.#watch.close();
  }
}

/** The roles of a replica are those of its primary, and so are their passwords, whenever they change. */
const replicaAddress = (primary: DatabaseAddress, url: string): DatabaseAddress => ({
  url,
  get roleSecret() {
    return primary.roleSecret;
  },
  ...(primary.turnFrom ? { turnFrom: (refused: string) => primary.turnFrom?.(refused) ?? false } : {}),
});
