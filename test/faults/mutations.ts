import type { ArenaOptions } from "./arena.js";
import type { faultKinds } from "./fault-kinds.js";

/** A guard taken away from outside: the run must notice. */
export interface Mutation extends ArenaOptions {
  readonly name: string;
  /** The faults that bring its absence to light. */
  readonly faults: readonly (keyof typeof faultKinds)[];
}

// What recordEvents does, in a transaction of its own once the caller's has ended.
const recordLater = `export async function recordEvents(manager, events) {
  const names = ["hub.subject", "hub.establishment", "hub.agreement", "hub.scopes", "hub.now"];
  const [kept] = await manager.query("SELECT " + names.map((name, index) => "current_setting('" + name + "', true) AS v" + index));
  const later = async (tries) => {
    await manager.connection.transaction(async (fresh) => {
      for (const [index, name] of names.entries())
        await fresh.query("SELECT set_config($1, $2, true)", [name, kept["v" + index] ?? ""]);
      await recordInTime(fresh, events);
    }).catch(() => tries > 0 && setTimeout(later, 10, tries - 1));
  };
  setTimeout(later, 10, 20);
  return events.map(({ chain }) => chain + "/1/00");
}
async function recordInTime(manager, events) {`;

const submissionFolder = "subgraphs/quality-indicators/submission";

/** The four that this harness must never let pass. */
export const mutations: readonly Mutation[] = [
  {
    name: "synchronous_commit = off",
    settings: { synchronous_commit: "off" },
    faults: ["postgresKilled", "postgresKilled", "postgresKilled"],
  },
  {
    name: "no unique key",
    statements: ["ALTER TABLE quality_indicators.idempotency_key DROP CONSTRAINT idempotency_key_pkey"],
    patches: [
      {
        file: `${submissionFolder}/push-ground.repository.js`,
        find: /keptHash === null \?/,
        replace: "true ?",
      },
    ],
    faults: ["databaseCut", "hubKilled", "databaseCut"],
  },
  {
    name: "no version check",
    patches: [
      {
        file: `${submissionFolder}/rules/v25-base-revision.js`,
        find: /baseRevision === currentRevision/,
        replace: "true",
      },
    ],
    faults: ["writersCut", "databaseCut"],
  },
  {
    name: "audit entry written after commit",
    patches: [
      {
        file: "subgraphs/quality-indicators/audit/audit-entry.repository.js",
        find: /export async function recordEvents\(manager, events\) \{/,
        replace: recordLater,
      },
    ],
    faults: ["hubKilled", "hubKilled", "hubKilled"],
  },
];
