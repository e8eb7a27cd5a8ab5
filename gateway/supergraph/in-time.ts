import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { HubError } from "../../subgraphs/index.js";
import type { RequestContext } from "./request-context.js";
import { unavailableErrors } from "./unavailable.js";

type Answer = Awaited<ReturnType<GraphQLDataSource["process"]>>;

/**
 * Holds the fetches of one operation within its time: what is under way at the end is no longer waited for, what would
 * follow is not asked. The places that stay empty say so; what came in time is kept.
 */
export const inTime = (source: GraphQLDataSource, timeoutMs: number): GraphQLDataSource => ({
  async process(options: GraphQLDataSourceProcessOptions): Promise<Answer> {
    const { startedAt } = options.context as Partial<RequestContext>;
    if (startedAt === undefined) return source.process(options);
    const left = startedAt + timeoutMs - performance.now();
    if (left <= 0) return timedOut(options, timeoutMs);
    let timer: NodeJS.Timeout | undefined;
    const end = new Promise<Answer>((resolve) => {
      timer = setTimeout(() => resolve(timedOut(options, timeoutMs)), left);
    });
    return Promise.race([source.process(options), end]).finally(() => clearTimeout(timer));
  },
});

function timedOut({ request }: GraphQLDataSourceProcessOptions, timeoutMs: number): Answer {
  const refusal = new HubError("OPERATION_TIMED_OUT", { seconds: String(timeoutMs / 1_000) });
  return { errors: unavailableErrors(request.query ?? "", request.variables, refusal) } as unknown as Answer;
}
