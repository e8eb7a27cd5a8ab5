import type { ClassPolicy } from "../../release-policy.js";
import type { CountedTable } from "../counted-table.js";
import { measureRisk } from "../measure-risk.js";
import type { RiskReport } from "../risk-report.js";
import { allRows, CodeIndex, joinedCodes } from "./code-index.js";
import type { CompiledKey, CompiledLevel } from "./compiled-hierarchies.js";
import type { BestNode } from "./least-loss.js";

/** The kept classes with their values, and what is measured on them. */
export function reportOf(
  counted: CountedTable,
  compiled: readonly CompiledKey[],
  policy: ClassPolicy,
  best: BestNode,
): { keptKeys: string[][]; keptCounts: number[]; report: RiskReport } {
  const { node, table, safe, loss } = best;
  const levels = compiled.map((key, index) => key.levels[node[index]!]!);
  const kept = [...safe.isKept.keys()].filter((place) => safe.isKept[place]);
  const recordsIn = counted.counts.reduce((sum, count) => sum + count, 0);
  const { records, classSizes: _, ...measured } = measureRisk(releasedPart(counted, levels, best));
  return {
    keptKeys: levels.map(({ codes, values }, key) =>
      kept.map((place) => values[codes[counted.keys[key]!.codes[rowIn(best, place)]!]!]!),
    ),
    keptCounts: kept.map((place) => table.counts[place]!),
    report: {
      ...measured,
      recordsIn,
      recordsKept: records,
      recordsSuppressed: recordsIn - records,
      informationLoss: loss,
      generalisation: levels.map(({ code }, index) => ({ key: compiled[index]!.key, level: code })),
      policy,
    },
  };
}

const rowIn = ({ table, rows }: BestNode, place: number): number => rows[table.combinations[place]!]!;

/** The counted rows that are released, as they are released. */
function releasedPart(
  { keys, sensitive, counts }: CountedTable,
  levels: readonly CompiledLevel[],
  best: BestNode,
): CountedTable {
  const joined = joinedCodes(
    allRows(counts.length),
    keys.map(({ codes }, key) => ({ codes, becomes: levels[key]!.codes, size: levels[key]!.values.length })),
  );
  const { isKept } = best.safe;
  const kept = new CodeIndex(isKept.length);
  isKept.forEach((is, place) => is && kept.placeOf(joined[rowIn(best, place)]!));
  const rows = allRows(counts.length).filter((row) => kept.find(joined[row]!) >= 0);
  return {
    keys: keys.map(({ column, codes }, key) => ({
      column,
      values: levels[key]!.values,
      codes: rows.map((row) => levels[key]!.codes[codes[row]!]!),
    })),
    sensitive: sensitive.map((column) => ({ ...column, codes: rows.map((row) => column.codes[row]!) })),
    counts: Float64Array.from(rows, (row) => counts[row]!),
    weights: null,
  };
}
