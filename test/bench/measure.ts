import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const pageBytes = Number(execFileSync("getconf", ["PAGESIZE"], { encoding: "utf8" }));

/** The fields of a process after its name; none of one that has ended: its parent counts what it used. */
function fieldsOf(processId: number): string[] {
  try {
    return readFileSync(`/proc/${processId}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** CPU seconds (user and system) that the given processes have used so far. */
export function cpuSecondsOf(processIds: readonly number[]): number {
  const ticks = processIds.map((id) => {
    const fields = fieldsOf(id);
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, value) => sum + value, 0) / ticksPerSecond;
}

/** CPU seconds of a process and of all its descendants, those that have ended included. */
export function cpuSecondsOfTree(processId: number): number {
  const fields = fieldsOf(processId);
  const ended = (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / ticksPerSecond;
  return cpuSecondsOf(familyOf(processId)) + ended;
}

/** Resident memory of one process, in megabytes. */
export const memoryOf = (processId: number): number =>
  (Number(readFileSync(`/proc/${processId}/statm`, "utf8").split(" ")[1]) * pageBytes) / 1_048_576;

/** The most memory that one process had at a time, in megabytes. */
export const mostMemoryOf = (processId: number): number =>
  Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1] ?? 0) / 1_024;

/** Every descendant of a process, itself included: PostgreSQL answers by children. */
export function familyOf(processId: number): number[] {
  const children = readFileSync(`/proc/${processId}/task/${processId}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean);
  return [processId, ...children.flatMap((child) => familyOf(Number(child)))];
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Runs every thread of a process on these cores from now on; its future children too. */
export const pin = (processId: number, ...cores: number[]): void =>
  void execFileSync("taskset", ["-a", "-c", "-p", cores.join(","), String(processId)], { stdio: "ignore" });
