import type { JSONWebKeySet } from "jose";
import { z } from "zod";

/*
 * What the primary and its workers say to each other.
 *
 *   worker  → awaiting                        it has loaded its modules
 *   primary → begin                           the database is prepared: open the subgraphs, listen
 *   worker  → ready | failed
 *   worker  → counted      primary → totals   requests of callers, every so often
 *   worker  → download     primary → granted  a download that a caller begins; → downloadEnded
 *   primary → reload | drain
 */

/** The development issuer, which runs in the primary, as a worker knows it. */
export interface IssuerElsewhere {
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
  /** Where it answers: a socket that only the hub's account can reach. */
  readonly socket: string;
}

export interface Beginning {
  readonly kind: "begin";
  /** The embedded database; null when the environment names the servers. */
  readonly databaseUrl: string | null;
  readonly issuer: IssuerElsewhere | null;
}

/** Points of one caller: the name of the count, the caller's key, the points. */
export type Counted = readonly [name: string, key: string, points: number];
/** What all workers counted of a caller, and when the minute ends (milliseconds of the epoch). */
export type Total = readonly [name: string, key: string, points: number, endsAt: number];

export type ToWorker =
  | Beginning
  | { readonly kind: "drain"; readonly isGentle: boolean }
  | { readonly kind: "reload" }
  | { readonly kind: "totals"; readonly totals: readonly Total[] }
  | { readonly kind: "granted"; readonly id: number; readonly isGranted: boolean };

export type FromWorker =
  | { readonly kind: "awaiting" }
  | { readonly kind: "ready"; readonly address: string; readonly isDemonstration: boolean }
  | { readonly kind: "failed"; readonly code: string; readonly french: string; readonly english: string }
  | { readonly kind: "counted"; readonly counted: readonly Counted[] }
  | { readonly kind: "download"; readonly id: number; readonly caller: string }
  | { readonly kind: "downloadEnded"; readonly caller: string };

const ours = z.looseObject({ kind: z.string() });

/** A message of ours; null for another's: libraries talk over the same channel. */
export function ownMessage<Message extends ToWorker | FromWorker>(message: unknown): Message | null {
  return ours.safeParse(message).success ? (message as Message) : null;
}
