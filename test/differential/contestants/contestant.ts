import type { ExecutionResult, GraphQLFormattedError } from "graphql";
import type { Question } from "../truth/truth.js";
import type { World } from "../world/world.js";

/** An answer, in the plain values of JSON. */
export interface PlainAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Somebody who answers operations over the subgraphs of a federation. */
export interface Contestant {
  readonly name: string;
  ask(question: Question, world: World): Promise<PlainAnswer>;
  close(): Promise<void>;
}

/** What travels: undefined members gone, errors formatted. */
export const plain = (answer: ExecutionResult): PlainAnswer =>
  JSON.parse(JSON.stringify(answer)) as PlainAnswer;
