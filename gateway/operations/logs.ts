import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ApolloServerPlugin } from "@apollo/server";
import pino, { type Logger } from "pino";
import { errorForLog } from "../../subgraphs/index.js";
import type { RequestContext } from "../supergraph/request-context.js";

/** Where the hub writes its journal: JSON lines, to standard output or to a file of the data folder. */
export function openLog(options: { to: "stdout" | "file"; level: string; dataDir: string }): Logger {
  const settings = { level: options.level, serializers: { err: errorForLog } };
  if (options.to === "stdout") return pino(settings);
  mkdirSync(options.dataDir, { recursive: true });
  return pino(settings, createWriteStream(logFile(options.dataDir), { flags: "a", mode: 0o600 }));
}

/** The journal's file in the data folder. */
export const logFile = (dataDir: string): string => join(dataDir, "hub.log");

/** One line an operation: who (audience only), what, how long, which subgraphs. Never a value, never a token. */
export const operationLog = (log: Logger, door: string): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart({ contextValue }) {
    const startedAt = performance.now();
    return {
      async willSendResponse({ operationName, operation, errors }) {
        log.info(
          {
            door,
            requestId: contextValue.requestId,
            audience: contextValue.principal.audience,
            operation: operationName ?? null,
            type: operation?.operation ?? null,
            subgraphs: [...new Set(contextValue.subgraphsCalled)],
            errors: errors?.map((error) => error.extensions?.code ?? "UNKNOWN") ?? [],
            durationMs: Math.round(performance.now() - startedAt),
          },
          "operation",
        );
      },
    };
  },
});
