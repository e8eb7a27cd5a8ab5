import { setTimeout as pause } from "node:timers/promises";
import { type Arena, until } from "./arena.js";

/** What is done to a run, and how it is put right. */
export interface FaultKind {
  readonly name: string;
  /** Done in one go, while commits may be in flight. */
  readonly strike: (arena: Arena) => void;
  /** Brings back what was taken; gives false when the fault had no effect. */
  readonly mend: (arena: Arena) => Promise<boolean>;
}

const stoppedMs = 700;
const cutMs = 150;
const unsteadyMs = 400;
const longestSteadyMs = 40;
const fullDiskMs = 6_000;

/** Everything that is done to hub, PostgreSQL, network and disk. */
export const faultKinds = {
  hubKilled: {
    name: "hub killed (SIGKILL)",
    strike: ({ hub }) => hub.signal("SIGKILL"),
    mend: async ({ hub }) => {
      await hub.end("SIGKILL");
      await hub.start();
      return true;
    },
  },
  postgresKilled: {
    name: "PostgreSQL killed (SIGKILL, all its processes)",
    strike: ({ server }) => server.kill(),
    mend: async ({ server }) => {
      await server.startAgain();
      return true;
    },
  },
  hubStopped: {
    name: "hub stopped and resumed (SIGSTOP, SIGCONT)",
    strike: ({ hub }) => hub.signal("SIGSTOP"),
    mend: async ({ hub }) => {
      await pause(stoppedMs);
      hub.signal("SIGCONT");
      return true;
    },
  },
  postgresStopped: {
    name: "PostgreSQL stopped and resumed (SIGSTOP, SIGCONT)",
    strike: ({ server }) => server.signal("SIGSTOP"),
    mend: async ({ server }) => {
      await pause(stoppedMs);
      server.signal("SIGCONT");
      return true;
    },
  },
  databaseCut: {
    name: "connections between hub and PostgreSQL cut",
    strike: ({ towardsDatabase }) => void towardsDatabase.cut(),
    // Again and again, so that connections are cut at every step of their making, too.
    mend: async ({ towardsDatabase }) => {
      const endsAt = Date.now() + unsteadyMs;
      while (Date.now() < endsAt) {
        await pause(Math.random() * longestSteadyMs);
        towardsDatabase.cut();
      }
      return true;
    },
  },
  writersCut: {
    name: "connections between writers and hub cut",
    strike: ({ towardsHub }) => void towardsHub.cut(),
    mend: async ({ towardsHub }) => {
      await pause(cutMs);
      towardsHub.cut();
      return true;
    },
  },
  diskFull: {
    name: "disk of the data folder filled",
    strike: ({ disk, server }) => {
      server.markJournal();
      disk.fill(server.processes());
    },
    mend: async ({ disk, server }) => {
      const isFelt = await until(() => server.hasSaid(noRoom), fullDiskMs);
      disk.free(server.processes());
      // After a write-ahead log that could not be written, PostgreSQL may have given up.
      if (!(await until(() => answers(server), 3_000))) await server.startAgain();
      return isFelt;
    },
  },
} as const satisfies Record<string, FaultKind>;

const noRoom = /No space left on device|File too large/;

const answers = (server: Arena["server"]): Promise<boolean> =>
  server.query("SELECT 1").then(
    () => true,
    () => false,
  );
