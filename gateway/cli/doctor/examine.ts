import { StartError, subgraphs } from "../../../subgraphs/index.js";
import {
  type Config,
  type OperatorConfig,
  readConfig,
  readOperatorConfig,
  secretFilesOf,
} from "../../config.js";
import { examineDatabases } from "./database.js";
import { type Finding, findingsAbout, reasonOf } from "./finding.js";
import { examineDisk, examineNode, examineRights, examineWorkers } from "./machine.js";
import { examineIssuerOf, examinePort, examineRedis, examineSubgraphs } from "./neighbours.js";

/**
 * Looks at everything that a hub needs, in the order in which a start would need it, and changes nothing: an embedded
 * database that does not run is started for the look and stopped. Each finding is told as soon as it is known.
 */
export async function examine(tell: (finding: Finding) => void): Promise<void> {
  tell(examineNode());
  const config = readOr(readConfig, tell);
  if (config)
    tell(
      findingsAbout("Configuration", "Configuration").ok(
        config.isProduction ? "production" : "développement",
        config.isProduction ? "production" : "development",
      ),
    );
  // What the hub as a whole lacks need not keep from looking at its database.
  const operator = config ?? readOr(readOperatorConfig, () => undefined);
  if (operator) {
    await tellAll(tell, "Disque", "Disk", async () => [await examineDisk(operator.dataDir)]);
    await tellAll(tell, "Droits", "Rights", () => examineRights(operator.dataDir, secretFilesOf()));
    await tellAll(tell, "Base de données", "Database", () => examineDatabaseOf(operator, config));
  }
  if (!config) return;
  tell(examineWorkers(config.workers));
  await tellAll(tell, "Sous-graphe", "Subgraph", () => examineSubgraphs(config));
  await tellAll(tell, "Émetteur", "Issuer", () => examineIssuerOf(config));
  const { redisUrl } = config.guard;
  if (redisUrl !== null) await tellAll(tell, "Redis", "Redis", async () => [await examineRedis(redisUrl)]);
  for (const [variable, place] of portsOf(config))
    if (place.port !== 0)
      await tellAll(tell, "Port", "Port", async () => [await examinePort(variable, place)]);
}

const portsOf = ({ host, port, dataDir, operations: { watchedAt } }: Config) => [
  ["PORT", { host, port, dataDir }] as const,
  ...(watchedAt ? [["OPERATIONS_PORT", { ...watchedAt, dataDir }] as const] : []),
];

function examineDatabaseOf(operator: OperatorConfig, config: Config | null): Promise<Finding[]> {
  const here = subgraphs.filter(({ name }) => (config?.subgraphUrlOf(name) ?? null) === null);
  return examineDatabases(operator, here, config?.workers ?? 1);
}

function readOr<Read>(read: () => Read, tell: (finding: Finding) => void): Read | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    const english = error.english.split("\n");
    error.french
      .split("\n")
      .forEach((line, index) =>
        tell(findingsAbout("Configuration", "Configuration").fault(line, english[index] ?? line)),
      );
    return null;
  }
}

/** A look that fails is a finding, not the end of the looking. */
async function tellAll(
  tell: (finding: Finding) => void,
  fr: string,
  en: string,
  look: () => Promise<Finding[]>,
): Promise<void> {
  try {
    for (const finding of await look()) tell(finding);
  } catch (error) {
    const reason = reasonOf(error);
    tell(
      findingsAbout(fr, en).fault(
        `n'a pas pu être examiné (${reason})`,
        `could not be looked at (${reason})`,
      ),
    );
  }
}
