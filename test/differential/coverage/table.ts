import type { Coverage } from "./coverage.js";

/** The table of what was met, one line for each kind of thing. */
export function coverageTable(name: string, coverage: Coverage): string {
  const lines = [
    `  ${name}`,
    ...[...coverage.nodes].map(([kind, times]) => line(`plan node ${kind}`, times)),
    summary("fields", coverage.fields),
    summary("nullability chains", coverage.chains),
    ...[...coverage.kinds].sort().map(([kind, times]) => line(kind, times)),
  ];
  return lines.join("\n");
}

/** Every chain and how often it was met, the rarest first. */
export const chainTable = (coverage: Coverage): string =>
  [...coverage.chains]
    .sort(([, one], [, other]) => one - other)
    .map(([chain, times]) => line(chain, times))
    .join("\n");

const line = (words: string, times: number): string => `    ${words.padEnd(56)} ${String(times).padStart(8)}`;

function summary(words: string, counts: ReadonlyMap<string, number>): string {
  const times = [...counts.values()];
  return `${line(words, times.length)}  the rarest ${Math.min(...times)} times`;
}
