import type { ProtectedTable } from "../protected-table.js";
import type { Attack } from "./attack.js";
import { hair, isAlwaysHidden, isSeen } from "./demand.js";
import { GainModel } from "./gains.js";

/** A figure that a reader comes too close to whatever is hidden. */
export interface UnprotectedFigure {
  /** Rank in the table's figures. */
  readonly figure: number;
  /** The insider who comes too close; null when every reader does. */
  readonly insider: string | null;
  /** The figures, seen before, that tell it; none when the bounds that everybody knows are enough. */
  readonly toldBy: readonly number[];
}

/** What cannot be protected, and by which figures that may no longer be hidden. */
export async function unprotectedOf(table: ProtectedTable, attack: Attack): Promise<UnprotectedFigure[]> {
  return [...seenThemselves(table, attack), ...(await toldByOthers(table, attack))];
}

/** Figures that ought to be hidden and have been seen, alone or under another name. */
function seenThemselves({ figures }: ProtectedTable, { system }: Attack): UnprotectedFigure[] {
  return system.lines.filter(isSeen).flatMap((line) => {
    const toldBy = line.figures.filter((rank) => figures[rank]!.isShown && figures[rank]!.cost === null);
    return line.figures
      .filter((rank) => figures[rank]!.width !== null)
      .map((figure) => ({ figure, insider: null, toldBy }));
  });
}

async function toldByOthers(
  { figures, insiders }: ProtectedTable,
  attack: Attack,
): Promise<UnprotectedFigure[]> {
  if (attack.abandoned.size === 0) return [];
  const { lines, readers } = attack.system;
  const all = lines.map((_, rank) => rank);
  const mayHide = all.filter((rank) => !isAlwaysHidden(lines[rank]!) && !isSeen(lines[rank]!));
  const before = mayHide.map((rank) => attack.isHidden(rank));
  for (const rank of mayHide) attack.hide(rank, true);
  const model = await GainModel.of(attack.system);
  try {
    model.follow(attack, mayHide);
    return [...attack.abandoned].flatMap((rank) => {
      const { line, reader, width } = attack.demands[rank]!;
      const ways = (["up", "down"] as const).map((way) => model.reach(line, reader, width, way));
      const toldBy = all
        .filter((other) => isSeen(lines[other]!) && ways.some(({ gains }) => Math.abs(gains[other]!) > hair))
        .flatMap((other) => lines[other]!.figures.filter((figure) => figures[figure]!.cost === null));
      const { insider } = readers[reader]!;
      return lines[line]!.figures.filter((figure) => figures[figure]!.width !== null).map((figure) => ({
        figure,
        insider: insider === null ? null : insiders[insider]!.name,
        toldBy,
      }));
    });
  } finally {
    model.dispose();
    mayHide.forEach((rank, place) => attack.hide(rank, before[place]!));
  }
}
