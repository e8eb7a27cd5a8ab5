import type { ExecutionResult } from "graphql";
import type { World } from "../world/world.js";
import { type Asked, ExecutableSubgraph } from "./executable-subgraph.js";
import type { Federation } from "./federation.js";

/** A fetch that the subgraph could not make sense of: the gateway's fault. */
export interface BadFetch {
  readonly subgraph: string;
  readonly query: string;
  readonly words: string;
}

/** All subgraphs of a federation, as transports reach them. */
export class SubgraphDesk {
  private readonly subgraphs = new Map<string, ExecutableSubgraph>();
  readonly badFetches: BadFetch[] = [];

  constructor(federation: Federation) {
    for (const subgraph of federation.subgraphs)
      this.subgraphs.set(subgraph.name, new ExecutableSubgraph(federation, subgraph));
  }

  /** Answers a fetch in the plain values of JSON, in an object of the asker's own; throws when the subgraph is down. */
  async answer(name: string, asked: Asked, world: World): Promise<ExecutionResult> {
    const { failing } = world.weather;
    if (failing?.subgraph === name) {
      if (failing.how === "rejects") throw new Error(`connect ECONNREFUSED ${name}`);
      return { errors: [{ message: "no", extensions: { code: "REFUSED" } } as never] };
    }
    const subgraph = this.subgraphs.get(name);
    if (!subgraph) throw new Error(`no subgraph ${name}`);
    const answer = await subgraph.answer(JSON.parse(JSON.stringify(asked)) as Asked, world);
    for (const { message } of answer.errors ?? [])
      if (!isOfWorld(message)) this.badFetches.push({ subgraph: name, query: asked.query, words: message });
    return JSON.parse(JSON.stringify(answer)) as ExecutionResult;
  }

  /** The fetches that went wrong by the gateway's fault since the last time. */
  takeBadFetches(): BadFetch[] {
    return this.badFetches.splice(0);
  }
}

// The words of the world's own faults, and of graphql-js where a null stands against its type.
const isOfWorld = (words: string): boolean =>
  words.startsWith("no ") ||
  words.endsWith(" is lost") ||
  words.startsWith("Cannot return null for non-nullable");
