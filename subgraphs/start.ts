import pino from "pino";
import { seedSubgraph } from "../seeds/seed.js";
import {
  EmbeddedDatabaseError,
  errorForLog,
  givenSigningKey,
  openSubgraph,
  peerTransport,
  readEnvironment,
  refuseDemonstrationInProduction,
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
  refuseDemonstrationInProduction(settings);
  const byName = settings as Readonly<Record<string, unknown>>;
  const given = byName[variableOf("DATABASE_URL", subgraph.name)] ?? settings.DATABASE_URL;
  const embedded =
    typeof given === "string" ? null : await startEmbeddedDatabase({ dataDir: settings.HUB_DATA_DIR });
  const url = embedded?.url ?? String(given);
  const log = pino({
    level: settings.LOG_LEVEL,
    base: { subgraph: subgraph.name },
    serializers: { err: errorForLog },
  });
  const closing: (() => Promise<unknown>)[] = [async () => embedded?.stop()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0), fail));
  }
  try {
    const running = await openSubgraph(subgraph, {
      address: { url, roleSecret: roleSecretOf(url, settings.DATABASE_ROLE_SECRET) },
      seed: (sown, at) => seedSubgraph(sown, at, settings.HUB_SEED ?? "reference", systemClock()),
      logError: (error, requestId) => log.error({ err: error, requestId }, "resolver failed"),
      logTaskFailure: (error, task) => log.error({ err: error, task }, "daily task failed"),
      clock: systemClock,
      signingKey: givenSigningKey(settings),
      peers: peerTransport((peer) => {
        const address = byName[variableOf("SUBGRAPH_URL", peer)];
        return typeof address === "string" ? address : null;
      }),
    });
    closing.push(() => running.close());
    const app = subgraphServer(running, verifierOf(settings.OIDC_ISSUER, settings.OIDC_AUDIENCE));
    closing.push(() => app.close());
    await app.listen({ host: settings.HOST, port: settings.PORT });
    log.info({ port: settings.PORT }, "serving");
  } catch (error) {
    await stop();
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? portBusy(settings.PORT) : error;
  }
}

const verifierOf = (issuer: string | undefined, audience: string): TokenVerifier =>
  issuer
    ? tokenVerifier({ issuer, audience })
    : () => Promise.reject(new Error("no issuer is trusted: OIDC_ISSUER is unset"));

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
