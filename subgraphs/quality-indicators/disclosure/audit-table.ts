import { Deduction } from "./deduction/deduction.js";
import type { DeducedInterval, ProtectedTable } from "./protected-table.js";

/** Told how many of the hidden figures have been judged. */
export type OnAudited = (done: number, total: number) => void;

const ignored: OnAudited = () => undefined;

/**
 * What readers can compute of each hidden figure, from everything that is published together: exact, in whole numbers
 * for counts. Throws SolverFailure where that cannot be known, which is never safe.
 */
export async function auditTable(
  table: ProtectedTable,
  onAudited: OnAudited = ignored,
): Promise<DeducedInterval[]> {
  const audited: DeducedInterval[] = [];
  const deduction = new Deduction(table);
  const { figures } = deduction;
  for (const figure of figures) {
    audited.push(await judge(table, deduction, figure));
    onAudited(audited.length, figures.length);
  }
  return audited;
}

/** The hidden figures that some reader comes too close to, with what a reader of the table alone can compute of them. */
export async function unsafeFigures(
  table: ProtectedTable,
  onAudited: OnAudited = ignored,
): Promise<DeducedInterval[]> {
  const unsafe: DeducedInterval[] = [];
  const deduction = new Deduction(table);
  const { figures } = deduction;
  for (const [index, figure] of figures.entries()) {
    if ((await deduction.tooClose(figure)) !== null) unsafe.push(await judge(table, deduction, figure));
    onAudited(index + 1, figures.length);
  }
  return unsafe;
}

/** True when no reader comes too close to any figure: the verdict of the audit, without its intervals. */
export async function isTableSafe(table: ProtectedTable): Promise<boolean> {
  const deduction = new Deduction(table);
  for (const figure of deduction.figures) if ((await deduction.tooClose(figure)) !== null) return false;
  return true;
}

async function judge(table: ProtectedTable, deduction: Deduction, figure: number): Promise<DeducedInterval> {
  const tooClose = await deduction.tooClose(figure);
  const { lower, upper } = await deduction.interval(figure);
  const insider = tooClose?.insider ?? null;
  return {
    figure,
    lower,
    upper,
    isSafe: tooClose === null,
    insider: insider === null ? null : table.insiders[insider]!.name,
  };
}
