import { randomUUID } from "node:crypto";
import type { FormattedExecutionResult } from "graphql";
import { IssuerUnavailable, type Principal, TokenRefused } from "../../subgraphs/index.js";
import type { Admission } from "./caller.js";

/** What the stewards granted or suspended, for one subject or client. */
interface Standing {
  readonly subject: string | null;
  readonly client: string | null;
  readonly isActive: boolean;
  /** False for who was suspended without having been granted here: its token may say what its issuer says. */
  readonly isGranted: boolean;
  readonly establishment: string | null;
  readonly agreement: string | null;
  readonly scopes: readonly string[];
}

/** Asks the subgraph that keeps the credentials, as the hub itself. */
export type AskAdmissions = (question: {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly requestId: string;
  readonly asHub: true;
}) => Promise<FormattedExecutionResult>;

export interface AdmissionOptions {
  readonly ask: AskAdmissions;
  /** Milliseconds that only go forward; the process's own unless given. */
  readonly now?: () => number;
  /** Told of a list that could not be asked. */
  readonly onFailure: (error: unknown) => void;
}

/** How long a list is relied on before it is asked again: a suspension takes hold within this time. */
export const freshForMs = 15_000;

/** How long the last known list serves when it cannot be asked; then nobody is judged. */
export const knownForMs = 300_000;

// A subgraph that hangs is asked once in a while, not by every request.
const pauseAfterFailureMs = 1_000;

const query =
  "query Admissions { admissions { subject client isActive isGranted establishment agreement scopes } }";

interface Known {
  readonly at: number;
  readonly bySubject: ReadonlyMap<string, Standing>;
  readonly byClient: ReadonlyMap<string, Standing>;
}

/**
 * Lets in who the stewards have not suspended, as long as the token says what was granted. A caller that they never
 * heard of is let in on its issuer's word.
 */
export function admission({ ask, now = () => performance.now(), onFailure }: AdmissionOptions): Admission {
  let known: Known | null = null;
  let asking: Promise<void> | null = null;
  let pausedUntil = -Infinity;

  async function refresh(): Promise<void> {
    const at = now();
    try {
      const { data, errors } = await ask({ query, variables: {}, requestId: randomUUID(), asHub: true });
      const standings = data?.admissions as readonly Standing[] | undefined;
      if (errors || !standings) throw new Error(`admissions: ${JSON.stringify(errors ?? "no data")}`);
      known = {
        at,
        bySubject: new Map(
          standings.flatMap((held) => (held.subject === null ? [] : [[held.subject, held]])),
        ),
        byClient: new Map(standings.flatMap((held) => (held.client === null ? [] : [[held.client, held]]))),
      };
    } catch (error) {
      pausedUntil = now() + pauseAfterFailureMs;
      onFailure(error);
    }
  }

  async function latest(): Promise<Known> {
    if ((known === null || now() - known.at >= freshForMs) && now() >= pausedUntil) {
      // Whoever comes meanwhile waits for the same answer.
      asking ??= refresh().finally(() => (asking = null));
      await asking;
    }
    if (known === null || now() - known.at >= knownForMs) throw new IssuerUnavailable("admissions-unknown");
    return known;
  }

  return async (principal) => {
    const { bySubject, byClient } = await latest();
    for (const held of [bySubject.get(principal.subject ?? ""), byClient.get(principal.client ?? "")])
      if (held) judge(held, principal);
  };
}

function judge(held: Standing, principal: Principal): void {
  if (!held.isActive) throw new TokenRefused("credential-suspended");
  if (!held.isGranted) return;
  const isWhatWasGranted =
    held.establishment === principal.establishment &&
    held.agreement === principal.agreement &&
    held.scopes.length === principal.scopes.length &&
    principal.scopes.every((scope) => held.scopes.includes(scope));
  if (!isWhatWasGranted) throw new TokenRefused("credential-mismatch");
}
