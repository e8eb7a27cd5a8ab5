import type { FastifyInstance } from "fastify";
import type { PartState, SubgraphName } from "../../subgraphs/index.js";
import { keptFor } from "./kept-for.js";

/** How one subgraph is. */
export interface SubgraphState extends PartState {
  /** Null when the subgraph itself does not tell. */
  readonly database: PartState | null;
  /** Its database holds demonstration data. */
  readonly isDemonstration: boolean;
}

/** Asks one subgraph how it is. */
export type Readiness = () => Promise<SubgraphState>;
export type ReadinessByName = ReadonlyMap<SubgraphName, Readiness>;

/** What the hub leans on beside its subgraphs; without them it serves, with less. */
export type OtherParts = ReadonlyMap<"redis" | "issuer", () => Promise<PartState>>;

/** How the hub is, with reasons: for its operator. */
export interface HubHealth {
  readonly isReady: boolean;
  readonly isDraining: boolean;
  readonly subgraphs: readonly (readonly [SubgraphName, SubgraphState])[];
  readonly others: readonly (readonly [string, PartState])[];
}

// Whoever watches is not limited in rate: however many ask, the parts are asked four times a second at most.
const keptMs = 250;

/** Asks every part how it is, all at once. Ready: every subgraph and its database answer, and the hub is not ending. */
export function healthOf(
  subgraphs: ReadinessByName,
  others: OtherParts,
  isDraining: () => boolean,
): () => Promise<HubHealth> {
  const each = <Name, State>(parts: ReadonlyMap<Name, () => Promise<State>>) =>
    Promise.all([...parts].map(async ([name, ask]) => [name, await ask()] as const));
  const parts = keptFor(keptMs, () => Promise.all([each(subgraphs), each(others)]));
  return async () => {
    const [asked, otherStates] = await parts();
    const areReady = asked.every(([, state]) => state.isReady);
    return {
      isReady: areReady && !isDraining(),
      isDraining: isDraining(),
      subgraphs: asked,
      others: otherStates,
    };
  };
}

const word = ({ isReady }: PartState): string => (isReady ? "ready" : "unavailable");
const status = ({ isReady, isDraining }: HubHealth): string =>
  isDraining ? "draining" : isReady ? "ready" : "degraded";

/** What anyone may know: what answers and what does not, no reason. */
export const toldToAnyone = (health: HubHealth): object => ({
  status: status(health),
  subgraphs: Object.fromEntries(health.subgraphs.map(([name, state]) => [name, word(state)])),
  databases: Object.fromEntries(
    health.subgraphs.map(([name, { database }]) => [name, database ? word(database) : "unknown"]),
  ),
  ...Object.fromEntries(health.others.map(([name, state]) => [name, word(state)])),
});

/** What the operator is told: the same with reasons. */
export const toldToOperator = (health: HubHealth): object => ({
  status: status(health),
  subgraphs: Object.fromEntries(
    health.subgraphs.map(([name, { database, ...state }]) => [
      name,
      { ...detail(state), database: database ? detail(database) : { state: "unknown", reason: null } },
    ]),
  ),
  ...Object.fromEntries(health.others.map(([name, state]) => [name, detail(state)])),
});

const detail = (state: PartState): object => ({ state: word(state), reason: state.reason });

/** Live: the process answers. Ready: so does every subgraph; a missing one is named, the rest goes on serving. */
export async function healthRoutes(app: FastifyInstance, health: () => Promise<HubHealth>): Promise<void> {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    // A hub that ends says so at once, whatever its parts do.
    if (app.drain.isDraining) return reply.code(503).send({ status: "draining" });
    const asked = await health();
    return reply.code(asked.isReady ? 200 : 503).send(toldToAnyone(asked));
  });
}

/** True when any subgraph holds demonstration data: whatever is shown must say so. */
export async function holdsDemonstration(subgraphs: ReadinessByName): Promise<boolean> {
  const states = await Promise.all([...subgraphs.values()].map((ask) => ask()));
  return states.some(({ isDemonstration }) => isDemonstration);
}
