import { type DeviationSystem, type Line, roomOf } from "./deviation-system.js";

/** From the truth to more, or to less. */
export type Way = "up" | "down";

/** What one reader must be left to guess of one hidden line. */
export interface Demand {
  readonly line: number;
  readonly reader: number;
  readonly width: number;
  /** Least way up, and down, from the truth: the interval must not end there, unless that is 0. */
  readonly step: Readonly<Record<Way, number>>;
  /**
   * Where the reader knows a part of the line exactly: the columns of the rest. Nothing is asked while the shown lines
   * fix all of them: the line is then the insider's own figure, but for what everybody sees.
   */
  readonly rest: readonly number[] | null;
}

/** Below this, a number that a solver gave is none. */
export const hair = 1e-6;

/** True when an interval that goes so far from the truth tells little enough. */
export const isEnough = ({ width, step }: Demand, up: number, down: number): boolean =>
  up >= step.up && down >= step.down && up + down >= width - hair;

const stepOf = ({ value, isWhole }: Line, width: number): number => {
  if (value === 0) return 0;
  return isWhole ? 1 : Math.max(width, 1) * 1e-3;
};

/** What everybody must be left to guess; an insider is not kept from a figure all of whose unknowns it knows. */
export function demandsOf(system: DeviationSystem): Demand[] {
  const { columns, lines, readers } = system;
  const exactly = readers.map(
    ({ knows }) => new Set(knows.filter(({ lower, upper }) => lower === upper).map(({ column }) => column)),
  );
  const knowing = columns.map((): number[] => []);
  readers.forEach(({ knows }, reader) => knows.forEach(({ column }) => knowing[column]!.push(reader)));
  return lines.flatMap((line, rank) => {
    const { width } = line;
    if (width === null || isSeen(line)) return [];
    const step = stepOf(line, width);
    const all = line.terms.map(({ unknown }) => unknown);
    const concerned = new Set(all.flatMap((column) => knowing[column]!));
    const isEndForAll = roomOf(system, rank, 0, false) === 0;
    return readers.flatMap(({ insider }, reader) => {
      const isConcerned = concerned.has(reader);
      const rest = isConcerned ? all.filter((column) => !exactly[reader]!.has(column)) : all;
      if (rest.length === 0) return [];
      const isPartlyKnown = rest.length < all.length;
      // Where all that the line counts is the insider's own, the others' part of it is 0.
      const isAllOwn =
        insider !== null && (isConcerned ? roomOf(system, rank, reader, false) === 0 : isEndForAll);
      return [
        {
          line: rank,
          reader,
          width,
          step: { up: step, down: isAllOwn ? 0 : step },
          rest: isPartlyKnown ? rest : null,
        },
      ];
    });
  });
}

/** True when readers see a line for ever. */
export const isSeen = ({ isHidden, cost }: Line): boolean => !isHidden && cost === null;

/** True when a line is hidden whatever else is: nobody saw it, or it may not be seen. */
export const isAlwaysHidden = (line: Line): boolean =>
  line.isHidden || (line.width !== null && !isSeen(line));
