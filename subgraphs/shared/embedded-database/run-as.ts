import { spawn, type SpawnOptions } from "node:child_process";

/** The account PostgreSQL runs as; null means the hub's own. */
export type ServerAccount = { name: string; uid: number; gid: number } | null;

/** How every PostgreSQL program is run: as its account, from a folder all can enter, deaf to the hub's PG* and locale variables. */
export function spawnOptions(account: ServerAccount): SpawnOptions {
  return {
    cwd: "/",
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" },
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
}

/** Runs a program to its end. Rejects with the system's error when it cannot even begin. */
export function runAs(
  account: ServerAccount,
  program: string,
  programArguments: string[],
): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      ...spawnOptions(account),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, output: output.trim() }));
  });
}
