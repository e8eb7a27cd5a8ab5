import pino, { type Logger } from "pino";
import { Registry } from "prom-client";
import type { z } from "zod";
import { seedSubgraph } from "../seeds/seed.js";
import {
  databaseAddresses,
  EmbeddedDatabaseError,
  errorForLog,
  givenReplica,
  givenSigningKey,
  hopSecretsOf,
  issuerAddressOf,
  IssuerUnavailable,
  keepTickShape,
  openOperationsServer,
  openSubgraph,
  type OpenSubgraph,
  operationsSettingsOf,
  peerTransport,
  processMetrics,
  readEnvironment,
  refuseDemonstrationInProduction,
  replicaWords,
  sharedVariables,
  startEmbeddedDatabase,
  StartError,
  subgraphMetrics,
  subgraphNames,
  subgraphs,
  subgraphServer,
  stopOnSignals,
  type Stopping,
  systemClock,
  tokenVerifier,
  type TokenVerifier,
  variableOf,
  watchRoleSecrets,
} from "./index.js";

/** Starts the named subgraph alone over HTTP: `node dist/subgraphs/start.js establishments`. */
async function start(name: string | undefined): Promise<void> {
  keepTickShape();
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
  refuseDemonstrationInProduction(settings);
  const log = pino({
    level: settings.LOG_LEVEL,
    base: { subgraph: subgraph.name },
    serializers: { err: errorForLog },
  });
  // Judged before anything opens: an issuer that cannot be trusted is a reason not to start.
  const verify = verifierOf(settings, log);
  const hopSecrets = hopSecretsOf(settings);
  const signingKey = givenSigningKey(settings);
  const operationTimeoutMs = settings.OPERATION_TIMEOUT_SECONDS * 1_000;
  const addressOf = databaseAddresses(settings);
  const byName = settings as Readonly<Record<string, unknown>>;
  const given = byName[variableOf("DATABASE_URL", subgraph.name)] ?? settings.DATABASE_URL;
  const embedded =
    typeof given === "string" ? null : await startEmbeddedDatabase({ dataDir: settings.HUB_DATA_DIR });
  const url = embedded?.url ?? String(given);
  const operations = operationsSettingsOf(settings, null);
  const closing: ((stopping: Stopping) => Promise<unknown>)[] = [async () => embedded?.stop()];
  const stop = async (stopping: Stopping): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close(stopping);
  };
  stopOnSignals(stop, fail);
  try {
    const address = addressOf(url);
    const watch = watchRoleSecrets([address], (error) =>
      log.error({ err: error }, "the roles' passwords could not be changed"),
    );
    closing.push(() => watch.stop());
    const metrics = new Registry();
    const ofProcess = processMetrics();
    const opened: OpenSubgraph[] = [];
    const { statementOf } = subgraphMetrics(metrics, () => opened);
    const replica = givenReplica(settings, subgraph.name);
    const running = await openSubgraph(subgraph, {
      address,
      replica: replica && {
        ...replica,
        onTold: (state, error) => log.warn({ err: error ?? undefined }, replicaWords[state]),
      },
      onStatement: statementOf(subgraph.name),
      seed: (sown, at) => seedSubgraph(sown, at, settings.HUB_SEED ?? "reference", systemClock()),
      logError: (error, requestId) => log.error({ err: error, requestId }, "resolver failed"),
      logTaskFailure: (error, task) => log.error({ err: error, task }, "daily task failed"),
      onDatabaseAhead: (_, migrations) =>
        log.warn({ migrations }, "the database is of a newer version: served as it is"),
      clock: systemClock,
      signingKey,
      operationTimeoutMs,
      peers: peerTransport((peer) => {
        const place = byName[variableOf("SUBGRAPH_URL", peer)];
        return typeof place === "string" ? place : null;
      }, hopSecrets),
    });
    closing.push(() => running.close());
    opened.push(running);
    if (operations.watchedAt) {
      const watched = await openOperationsServer(operations.watchedAt, {
        metrics: () => Registry.merge([ofProcess, metrics]).metrics(),
        async health() {
          const { isReady, reason } = await running.databaseState();
          return { isReady, told: { status: isReady ? "ready" : "degraded", database: { isReady, reason } } };
        },
      });
      closing.push(() => watched.close());
      log.info({ address: watched.address }, "watched at");
    }
    const app = subgraphServer(running, verify, hopSecrets, {
      onRefusal: (reason, requestId) => log.warn({ reason, requestId }, "refused"),
      onFailure: (error, requestId) => log.error({ err: error, requestId }, "request failed"),
    });
    closing.push(({ isGentle, atOnce }) =>
      app.drain.drain(
        {
          drainMs: isGentle ? operations.drainMs : 0,
          mostMs: Math.max(operationTimeoutMs, longStatementMs) + marginMs,
        },
        atOnce,
      ),
    );
    await app.listen({ host: settings.HOST, port: settings.PORT });
    log.info({ port: settings.PORT }, "serving");
  } catch (error) {
    await stop({ isGentle: false, atOnce: AbortSignal.abort() });
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? portBusy(settings.PORT) : error;
  }
}

function verifierOf(settings: z.infer<z.ZodObject<typeof sharedVariables>>, log: Logger): TokenVerifier {
  const address = issuerAddressOf(settings);
  if (!address) return () => Promise.reject(new IssuerUnavailable("no-issuer-trusted"));
  return tokenVerifier({
    ...address,
    audience: settings.OIDC_AUDIENCE,
    onIssuerFailure: (failure) => log.error({ err: failure }, "the issuer's keys cannot be read"),
  });
}

// What writes may work for so long, however short an operation is; an answer is awaited a little longer than its statement.
const longStatementMs = 30_000;
const marginMs = 5_000;

const portBusy = (port: number): StartError =>
  new StartError(
    "PORT_BUSY",
    `Le port ${port} est déjà pris. Donnez-en un autre avec PORT.`,
    `Port ${port} is already in use. Give another with PORT.`,
  );

function fail(error: unknown): void {
  const isTold = error instanceof StartError || error instanceof EmbeddedDatabaseError;
  process.stderr.write(`${isTold ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}

start(process.argv[2]).catch(fail);
