/** Another table that agrees with all that is shown, told by the unknowns in which it deviates from the true one. */
export interface Witness {
  readonly unknowns: Int32Array;
  readonly deviations: Float64Array;
}

/** The witness that a solution is; `ranks` where the solution is of a part of the component only. */
export function witnessOf(solution: Float64Array, ranks: readonly number[] | null): Witness {
  const moved: number[] = [];
  for (let rank = 0; rank < solution.length; rank += 1) if (solution[rank] !== 0) moved.push(rank);
  const deviations = Float64Array.from(moved, (rank) => solution[rank]!);
  return { unknowns: Int32Array.from(moved, (rank) => (ranks ? ranks[rank]! : rank)), deviations };
}

/** A witness repeated, or its opposite. */
export const repeated = ({ unknowns, deviations }: Witness, times: number): Witness => ({
  unknowns,
  deviations: deviations.map((deviation) => times * deviation),
});
