import { type OnProtected, type Protection, protectTable } from "../protect-table.js";
import type { ProtectedTable } from "../protected-table.js";
import type { TableFile } from "../table-file/table-file.js";

/** What to hide of a file's table. */
export interface FileProtection {
  readonly table: ProtectedTable;
  readonly protection: Protection;
}

/**
 * Proposes the suppressions of a file. A cell costs its value, at least 1. A cell that the file suppresses stays so: it
 * is hidden for a reason of the file's own, hence protected as the cells that the policy hides.
 */
export async function protectTableFile(
  { table, policy }: Pick<TableFile, "table" | "policy">,
  onProtected: OnProtected,
): Promise<FileProtection> {
  const asked: ProtectedTable = {
    ...table,
    figures: table.figures.map((figure) => ({
      ...figure,
      cost: Math.max(1, figure.cost ?? 1),
      width: figure.width ?? (figure.isShown ? null : policy.width),
    })),
  };
  return { table: asked, protection: await protectTable(asked, onProtected) };
}
