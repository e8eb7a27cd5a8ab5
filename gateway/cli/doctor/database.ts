import {
  type DatabaseExamination,
  EmbeddedDatabaseError,
  examineDatabase,
  type MigrationStanding,
  readLastBackup,
  standingsOf,
  type Subgraph,
  visitEmbeddedDatabase,
} from "../../../subgraphs/index.js";
import type { OperatorConfig } from "../../config.js";
import { connectionsOf } from "../../workers/worker-count.js";
import { type Finding, findingsAbout, reasonOf } from "./finding.js";

const oldestMajor = 15;
const newestMajor = 18;
const dayMs = 86_400_000;
const oldBackupDays = 7;
// Tokens are told their age by it: the hub tolerates fifteen seconds (gateway and issuer together).
const wrongClockMs = 15_000;
const looseClockMs = 2_000;

/** Every server that the subgraphs of this process use. */
export async function examineDatabases(
  config: OperatorConfig,
  here: readonly Subgraph[],
  workers: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const embedded = here.filter(({ name }) => config.databaseUrlOf(name) === null);
  if (embedded.length > 0) findings.push(...(await examineEmbedded(config, embedded)));
  const urls = new Set(here.flatMap(({ name }) => config.databaseUrlOf(name) ?? []));
  for (const url of urls) {
    const users = here.filter(({ name }) => config.databaseUrlOf(name) === url);
    findings.push(...(await examineServer(config, url, users, connectionsOf(workers))));
  }
  return findings;
}

async function examineEmbedded(config: OperatorConfig, users: readonly Subgraph[]): Promise<Finding[]> {
  const about = findingsAbout("Base de données", "Database");
  const visited = await visitEmbeddedDatabase(config.dataDir).catch((error: unknown) => {
    if (error instanceof EmbeddedDatabaseError) return error;
    throw error;
  });
  if (visited instanceof EmbeddedDatabaseError)
    return [
      visited.code === "NO_DATA"
        ? about.ok(
            `embarquée ; sera faite au premier départ dans ${config.dataDir}`,
            `embedded; is made at the first start in ${config.dataDir}`,
          )
        : about.fault(visited.french, visited.english),
    ];
  try {
    // The hub starts it with as many connections as its processes need.
    return [...(await examineServer(config, visited.url, users, 0)), await examineBackups(config.dataDir)];
  } finally {
    await visited.leave();
  }
}

async function examineServer(
  config: OperatorConfig,
  url: string,
  users: readonly Subgraph[],
  needed: number,
): Promise<Finding[]> {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || "5432"}${pathname}`;
  const about = findingsAbout("Base de données", "Database");
  const examined = await examineDatabase(config.addressOf(url)).catch((error: unknown) => reasonOf(error));
  if (typeof examined === "string")
    return [
      about.fault(
        `${place} ne répond pas (${examined}). Vérifiez DATABASE_URL et que le serveur est démarré.`,
        `${place} does not answer (${examined}). Check DATABASE_URL and that the server is up.`,
      ),
    ];
  return [
    versionOf(place, examined),
    ...connectionsFound(examined, needed),
    clockOf(examined),
    ...rolesOf(examined),
    ...migrationsOf(await standingsOf(url, users)),
  ];
}

function versionOf(place: string, { version, major }: DatabaseExamination): Finding {
  const about = findingsAbout("Base de données", "Database");
  const told = `PostgreSQL ${version}, ${place}`;
  if (major < oldestMajor)
    return about.fault(
      `${told} ; il faut la version ${oldestMajor} ou une plus récente.`,
      `${told}; version ${oldestMajor} or newer is needed.`,
    );
  if (major > newestMajor)
    return about.warning(
      `${told} ; le carrefour est éprouvé jusqu'à la version ${newestMajor}.`,
      `${told}; the hub is tried up to version ${newestMajor}.`,
    );
  return about.ok(told, told);
}

function connectionsFound({ mostConnections }: DatabaseExamination, needed: number): Finding[] {
  if (mostConnections >= needed) return [];
  return [
    findingsAbout("Connexions", "Connections").warning(
      `le serveur en accepte ${mostConnections} ; ce carrefour peut en ouvrir ${needed} sous charge. Donnez max_connections=${needed} au serveur, ou moins de HUB_WORKERS.`,
      `the server takes ${mostConnections}; this hub may open ${needed} under load. Give the server max_connections=${needed}, or fewer HUB_WORKERS.`,
    ),
  ];
}

function clockOf({ clockDifferenceMs }: DatabaseExamination): Finding {
  return clockFinding(clockDifferenceMs, "de la base", "of the database");
}

/** A clock beside this machine's. */
export function clockFinding(differenceMs: number, whoseFr: string, whoseEn: string): Finding {
  const about = findingsAbout("Horloge", "Clock");
  const seconds = (Math.abs(differenceMs) / 1_000).toFixed(1);
  const fr = `${seconds.replace(".", ",")} s d'écart avec celle ${whoseFr}`;
  const en = `${seconds} s from that ${whoseEn}`;
  if (Math.abs(differenceMs) < looseClockMs) return about.ok(fr, en);
  const next = ["Réglez-la : timedatectl set-ntp true", "Set it: timedatectl set-ntp true"] as const;
  const of = Math.abs(differenceMs) < wrongClockMs ? about.warning : about.fault;
  return of(`${fr}. ${next[0]}`, `${en}. ${next[1]}`);
}

function rolesOf(examined: DatabaseExamination): Finding[] {
  const about = findingsAbout("Rôles", "Roles");
  const { missingRoles, strongRoles, refusedRoles, openToPublic } = examined;
  const findings: Finding[] = [];
  if (missingRoles.length > 0)
    findings.push(
      about.warning(
        `absents : ${missingRoles.join(", ")} ; le premier départ les fait.`,
        `missing: ${missingRoles.join(", ")}; the first start makes them.`,
      ),
    );
  if (strongRoles.length > 0)
    findings.push(
      about.fault(
        `${strongRoles.join(", ")} : plus de droits que le carrefour n'en donne (BYPASSRLS, SUPERUSER…) ; les établissements ne seraient plus séparés. Retirez-les : ALTER ROLE ${strongRoles[0]} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION`,
        `${strongRoles.join(", ")}: more rights than the hub gives (BYPASSRLS, SUPERUSER…); establishments would no longer be kept apart. Take them away: ALTER ROLE ${strongRoles[0]} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION`,
      ),
    );
  if (refusedRoles.length > 0)
    findings.push(
      about.fault(
        `mots de passe refusés : ${refusedRoles.join(", ")}. DATABASE_ROLE_SECRET n'est pas celui des autres processus ; le prochain départ leur donnerait celui d'ici.`,
        `passwords refused: ${refusedRoles.join(", ")}. DATABASE_ROLE_SECRET is not that of the other processes; the next start would give them the one from here.`,
      ),
    );
  if (openToPublic.length > 0)
    findings.push(
      about.fault(
        `hub_public peut atteindre plus que ce qui est publié : ${openToPublic.join(", ")}. Retirez-le : REVOKE ALL ON ${openToPublic[0]} FROM hub_public, PUBLIC`,
        `hub_public can reach more than what is published: ${openToPublic.join(", ")}. Take it away: REVOKE ALL ON ${openToPublic[0]} FROM hub_public, PUBLIC`,
      ),
    );
  return findings.length > 0
    ? findings
    : [
        about.ok(
          "présents, sans pouvoir de trop, mots de passe bons",
          "present, none too strong, passwords good",
        ),
      ];
}

function migrationsOf(standings: ReadonlyMap<string, MigrationStanding>): Finding[] {
  const about = findingsAbout("Migrations", "Migrations");
  const findings: Finding[] = [];
  let pendingCount = 0;
  for (const [name, { pending, unknown, missing }] of standings) {
    pendingCount += unknown.length === 0 ? pending.length : 0;
    if (unknown.length === 0) continue;
    const isServed = missing.length === 0 && pending.length === 0;
    findings.push(
      isServed
        ? about.warning(
            `${name} : d'une version plus récente (${unknown.join(", ")}), que celle-ci supporte. Mettez ce programme à jour.`,
            `${name}: of a newer version (${unknown.join(", ")}), which this one survives. Update this program.`,
          )
        : about.fault(
            `${name} : d'une version plus récente (${unknown.join(", ")}), que celle-ci ne peut plus servir. Démarrez la version qui l'a mise à niveau.`,
            `${name}: of a newer version (${unknown.join(", ")}), which this one can serve no more. Start the version that upgraded it.`,
          ),
    );
  }
  if (pendingCount > 0)
    findings.push(
      about.warning(
        `${pendingCount} à venir ; le prochain départ les applique. Sauvegardez d'abord.`,
        `${pendingCount} to come; the next start applies them. Back up first.`,
      ),
    );
  return findings.length > 0 ? findings : [about.ok("à jour", "up to date")];
}

async function examineBackups(dataDir: string): Promise<Finding> {
  const about = findingsAbout("Sauvegarde", "Backup");
  const last = await readLastBackup(dataDir);
  const next = "npx carrefour backup /…/carrefour-$(date +%F)";
  if (last === null)
    return about.warning(`aucune connue de ${dataDir} : ${next}`, `none known of ${dataDir}: ${next}`);
  const days = Math.floor((Date.now() - Date.parse(last.at)) / dayMs);
  if (days > oldBackupDays)
    return about.warning(
      `la dernière (${last.folder}) a ${days} jours : ${next}`,
      `the last one (${last.folder}) is ${days} days old: ${next}`,
    );
  return about.ok(`${last.folder}, ${days} j`, `${last.folder}, ${days} d`);
}
