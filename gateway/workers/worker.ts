import { EmbeddedDatabaseError, keepTickShape, sownBefore, StartError } from "../../subgraphs/index.js";
import { readConfig } from "../config.js";
import { type Hub, startHub } from "../hub.js";
import { openLog } from "../operations/logs.js";
import { tellHowItIs } from "../operations/workers-together.js";
import { CountsTogether } from "./counted-together.js";
import { DownloadsTogether } from "./downloads-together.js";
import { issuerElsewhere } from "./issuer-elsewhere.js";
import { type Beginning, type FromWorker, ownMessage, type ToWorker } from "./messages.js";

// Nothing of this hub reports to Apollo.
// eslint-disable-next-line no-restricted-properties -- written, not read: the gateway package reads it
process.env.APOLLO_TELEMETRY_DISABLED = "1";

keepTickShape();
const config = readConfig();
const log = openLog({ to: config.logTo, level: config.logLevel, dataDir: config.dataDir });
// A primary that is gone hears nothing: Node ends its workers then.
const tell = (message: FromWorker): void => void process.send?.(message, undefined, {}, () => undefined);
const counts = new CountsTogether((counted) => tell({ kind: "counted", counted }));
const downloads = new DownloadsTogether(tell);
let hub: Promise<Hub> | null = null;
let close: Hub["close"] | null = null;
let draining: Promise<void> | null = null;
// A second signal ends the primary, and its workers with it.
const neverAborted = new AbortController().signal;

function serve({ databaseUrl, issuer }: Beginning): void {
  hub = startHub({
    config,
    databaseUrlOf: (name) => config.databaseUrlOf(name) ?? databaseUrl ?? "",
    // The primary has planted.
    seed: sownBefore,
    log,
    counting: {
      workers: config.workers,
      counter: counts.counter,
      beginDownload: (caller) => downloads.begin(caller),
    },
    onOpen: (how) => (close = how),
    ...(issuer === null ? {} : { issuerElsewhere: issuerElsewhere(issuer) }),
  });
  hub.then(
    ({ address, isDemonstration, warmUp }) => {
      tell({ kind: "ready", address, isDemonstration });
      warmUp().catch((error: unknown) => log.error({ err: error }, "not warmed up"));
    },
    (error: unknown) => {
      tell({ kind: "failed", ...toldOf(error) });
      void drain();
    },
  );
}

function toldOf(error: unknown): { code: string; french: string; english: string } {
  if (error instanceof StartError || error instanceof EmbeddedDatabaseError)
    return { code: error.code, french: error.french, english: error.english };
  log.error({ err: error }, "a worker cannot serve");
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "WORKER_CANNOT_SERVE",
    french: `Un processus du carrefour ne peut pas servir (${reason}). Voyez le journal.`,
    english: `A process of the hub cannot serve (${reason}). See the log.`,
  };
}

/** Ends this process, once what it was asked is answered. */
const drain = (isGentle = false): Promise<void> =>
  (draining ??= (async () => {
    counts.stop();
    await close?.({ isGentle, atOnce: neverAborted });
    process.exit(0);
  })());

process.on("message", (said: unknown) => {
  const message = ownMessage<ToWorker>(said);
  switch (message?.kind) {
    case "begin":
      return serve(message);
    case "totals":
      return counts.learn(message.totals);
    case "granted":
      return downloads.learn(message);
    case "reload":
      return void hub?.then((running) => running.reload());
    case "drain":
      return void drain(message.isGentle);
  }
});
// Ctrl-C reaches every process of the terminal: the primary decides when workers end.
process.on("SIGINT", () => undefined);
process.on("SIGHUP", () => undefined);
process.on("SIGTERM", () => void drain(true));
tellHowItIs(() => hub);
tell({ kind: "awaiting" });
