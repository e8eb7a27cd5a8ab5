import { HubError } from "../../../subgraphs/index.js";
import { kindOf } from "./no-answer.js";

/** What a caller of the hub is told where no answer came; why is for the log. */
export function hubRefusalOf(error: unknown, operationTimeoutMs: number): HubError {
  const kind = kindOf(error);
  if (kind === "busy") return new HubError("SUBGRAPH_BUSY");
  if (kind === "operation-over")
    return new HubError("OPERATION_TIMED_OUT", { seconds: String(operationTimeoutMs / 1_000) });
  return new HubError("SUBGRAPH_UNAVAILABLE");
}
