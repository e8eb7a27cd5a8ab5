import pino from "pino";
import { seedSubgraph } from "../seeds/seed.js";
import {
  type DatabaseAddress,
  openSubgraph,
  readEnvironment,
  roleSecretOf,
  sharedVariables,
  startEmbeddedDatabase,
  StartError,
  subgraphNames,
  subgraphs,
  subgraphServer,
  systemClock,
  tokenVerifier,
  type TokenVerifier,
  variableOf,
} from "./index.js";

/** Starts the named subgraph alone over HTTP: `node dist/subgraphs/start.js establishments`. */
async function start(name: string | undefined): Promise<void> {
  const subgraph = subgraphs.find((candidate) => candidate.name === name);
  if (!subgraph)
    throw new StartError(
      "UNKNOWN_SUBGRAPH",
      `Sous-graphe « ${name ?? ""} » inconnu ; attendu : ${subgraphNames.join(" | ")}`,
      `Unknown subgraph “${name ?? ""}”; expected: ${subgraphNames.join(" | ")}`,
    );
  // eslint-disable-next-line no-restricted-properties -- composition root of a lone subgraph, as gateway/config.ts is of the hub
  const settings = readEnvironment(sharedVariables, process.env) as ReturnType<
    typeof readEnvironment<typeof sharedVariables>
  >;
  const given =
    (settings as Record<string, unknown>)[variableOf("DATABASE_URL", subgraph.name)] ?? settings.DATABASE_URL;
  const embedded =
    typeof given === "string" ? null : await startEmbeddedDatabase({ dataDir: settings.HUB_DATA_DIR });
  const url = embedded?.url ?? String(given);
  const log = pino({ level: settings.LOG_LEVEL, base: { subgraph: subgraph.name } });
  const address: DatabaseAddress = { url, roleSecret: roleSecretOf(url, settings.DATABASE_ROLE_SECRET) };
  const running = await openSubgraph(subgraph, {
    address,
    seed: (sown, at) => seedSubgraph(sown, at, settings.HUB_SEED ?? "reference", systemClock()),
    logError: (error, requestId) => log.error({ err: error, requestId }, "resolver failed"),
    clock: systemClock,
  });
  const issuer = settings.OIDC_ISSUER;
  const verify: TokenVerifier = issuer
    ? tokenVerifier({ issuer, audience: settings.OIDC_AUDIENCE })
    : () => Promise.reject(new Error("no issuer is trusted: OIDC_ISSUER is unset"));
  const app = subgraphServer(running, verify);
  const stop = async (): Promise<void> => {
    await app.close();
    await running.close();
    await embedded?.stop();
    log.info("stopped");
  };
  await app
    .listen({ host: settings.HOST, port: settings.PORT })
    .catch(async (cause: NodeJS.ErrnoException) => {
      await stop();
      if (cause.code !== "EADDRINUSE") throw cause;
      throw new StartError(
        "PORT_BUSY",
        `Le port ${settings.PORT} est déjà pris. Donnez-en un autre avec PORT.`,
        `Port ${settings.PORT} is already in use. Give another with PORT.`,
      );
    });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  log.info({ port: settings.PORT }, "serving");
}

start(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
