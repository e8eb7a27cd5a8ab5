import type { Context } from "@opentelemetry/api";
import type { Principal } from "../../subgraphs/index.js";
import type { OperationWatch } from "../operations/operation-watch.js";
import type { Wait } from "./transport/wait.js";

/** What the gateway knows of one operation, from the door to the last subgraph. */
export interface RequestContext {
  readonly principal: Principal;
  readonly requestId: string;
  /** When the operation began, by `performance.now()`. */
  readonly startedAt: number;
  /** The wait of whoever asked; absent where something is changed, which is carried out whoever waits. */
  readonly asker?: Pick<Wait, "reason" | "onEnd"> | undefined;
  /** The verified Authorization header, handed on to subgraphs over HTTP; null at the public door. */
  readonly authorization: string | null;
  /** The subgraphs that the operation called, in order; written as it runs. */
  readonly subgraphsCalled: string[];
  /** What subgraphs say of the response beside its data (`replayed`); written as it runs. */
  readonly extensions: Record<string, unknown>;
  /** What is measured of the operation as it runs. */
  readonly watch?: OperationWatch;
  /** The span that the operation says it belongs to, from who is trusted to say so. */
  readonly traceParent?: Context | undefined;
  /** The span that a request to a subgraph belongs to; absent when nobody traces. */
  readonly fetch?: Context;
}
