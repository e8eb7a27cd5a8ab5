import { faultKinds } from "./fault-kinds.js";
import type { RunReport } from "./run.js";

const fewestFaults = 30;
const fewestOfAKind = 3;
const leastShareInFlight = 0.2;
const shownBreaches = 5;

const countOf = ({ struck }: RunReport, kind: string): number =>
  struck.filter((fault) => fault.kind === kind && fault.isFelt).length;
const inFlight = ({ struck }: RunReport): number =>
  struck.filter(({ commitsInFlight }) => commitsInFlight > 0).length;

/** Where a run did too little to prove anything. */
export function lackOf(report: RunReport, pushes: number): string[] {
  const { acknowledged, struck } = report;
  const felt = struck.filter(({ isFelt }) => isFelt).length;
  const rare = Object.values(faultKinds).filter(({ name }) => countOf(report, name) < fewestOfAKind);
  return [
    ...(acknowledged < pushes ? [`${acknowledged} acknowledged pushes, expected ${pushes}`] : []),
    ...(felt < fewestFaults ? [`${felt} faults felt, expected ${fewestFaults}`] : []),
    ...rare.map(({ name }) => `${name}: felt ${countOf(report, name)} times, expected ${fewestOfAKind}`),
    ...(inFlight(report) < leastShareInFlight * struck.length
      ? [`${inFlight(report)} of ${struck.length} faults while a commit was in flight, expected a fifth`]
      : []),
  ];
}

/** A run in words: what was done, what was told, and every law with its verdict. */
export function reportOf(report: RunReport, lacks: readonly string[]): string {
  const { struck, verdicts, acknowledged, refused, uncertain, replayed, seconds, disk } = report;
  const commits = struck.reduce((sum, { commitsInFlight }) => sum + commitsInFlight, 0);
  return [
    `disk: ${disk}`,
    `faults: ${struck.length}, of which ${inFlight(report)} while a commit was in flight (${commits} commits)`,
    ...Object.values(faultKinds).map(({ name }) => `  ${String(countOf(report, name)).padStart(3)}  ${name}`),
    `pushes: ${acknowledged} acknowledged, ${refused} refused; ${uncertain} attempts without an answer, each repeated with its key; ${replayed} answered from the result kept`,
    ...verdicts.flatMap(({ law, breaches }) => [
      `${breaches.length === 0 ? "✔" : "✘"} ${law}${breaches.length === 0 ? "" : ` (${breaches.length})`}`,
      ...breaches.slice(0, shownBreaches).map((breach) => `    ${breach}`),
    ]),
    ...lacks.map((lack) => `✘ too little: ${lack}`),
    `${seconds} s`,
  ].join("\n");
}
