import { setImmediate as nextTurn } from "node:timers/promises";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { AskedOperation, Beside } from "../executor/index.js";
import type { VariantName } from "../variant-name.js";
import { judgeSupergraph, unfitBecause } from "./unfit-supergraph.js";

/** The door that goes over to another supergraph. */
export interface Reloadable {
  readonly door: VariantName;
  /** Reads the file. */
  read(): Promise<string>;
  /** Makes a supergraph ready beside the one that serves; throws when it cannot be built. */
  beside(supergraphSdl: string): Beside;
  /** What is kept compiled for good, whatever else is asked. */
  readonly pinned: readonly AskedOperation[];
  mostUsed(count: number): readonly AskedOperation[];
  /** Told once the new one answers: whoever keeps something of the schema makes it anew. */
  onTaken(supergraphSdl: string, schema: GraphQLSchema): void;
}

export type ReloadOutcome = "taken" | "unchanged" | "refused";

export interface ReloadOptions {
  readonly log: Logger;
  readonly onOutcome?: (outcome: ReloadOutcome) => void;
}

// What the portal asks, and what is asked most beside it; the rest is planned as it comes.
const mostWarmed = 100;

/**
 * Gives what reads the supergraph's file again and goes over to it: built and judged beside the one that serves, warmed
 * up with the operations asked most, then put in its place between two operations. A file that does not fit changes
 * nothing, and the log says why. Calls that come meanwhile are one more reload after this one.
 */
export function supergraphReload(
  reloadable: Reloadable,
  first: string,
  { log, onOutcome }: ReloadOptions,
): () => Promise<ReloadOutcome> {
  const { door } = reloadable;
  let current = first;

  async function reload(): Promise<ReloadOutcome> {
    try {
      const startedAt = performance.now();
      const supergraphSdl = await reloadable.read();
      if (supergraphSdl === current) return "unchanged";
      const next = reloadable.beside(supergraphSdl);
      const { subgraphs, schema } = next;
      judgeSupergraph(door, { subgraphs, hasMutations: Boolean(schema.getMutationType()) });
      const warmed = [...reloadable.pinned, ...reloadable.mostUsed(mostWarmed)];
      for (const [index, asked] of warmed.entries()) {
        // One a turn: requests are answered in between.
        await nextTurn();
        next.warmUp(asked, { pinned: index < reloadable.pinned.length });
      }
      next.takeOver();
      reloadable.onTaken(supergraphSdl, schema);
      current = supergraphSdl;
      const durationMs = Math.round(performance.now() - startedAt);
      log.info({ door, warmed: warmed.length, durationMs }, "supergraph taken over · supergraphe repris");
      return "taken";
    } catch (error) {
      const { french, english } = unfitBecause(error);
      log.error(
        { door, french, english },
        "supergraph refused, the former one goes on serving · supergraphe refusé, le précédent sert toujours",
      );
      return "refused";
    }
  }

  let last: Promise<ReloadOutcome> | null = null;
  let waiting: Promise<ReloadOutcome> | null = null;
  const run = (): Promise<ReloadOutcome> => {
    const running = reload().then((outcome) => {
      onOutcome?.(outcome);
      return outcome;
    });
    last = running.finally(() => (last = null));
    return running;
  };
  return () =>
    last === null
      ? run()
      : (waiting ??= last.then(() => {
          waiting = null;
          return run();
        }));
}
