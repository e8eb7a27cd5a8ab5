import { expect, it } from "vitest";
import { auditTable } from "../audit-table.js";
import { readTableFile } from "../table-file/table-file.js";
import { hiddenBy } from "../testing/hidden-by.js";
import { protectTableFile } from "./protect-table-file.js";

/** Numbers below one, the same at each run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; yield state / 2_147_483_648)
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
}

const codes = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${letter}${n}`);

it("a cube whose cheapest pattern would take minutes to find is protected all the same", async () => {
  const random = numbers(24);
  const next = (): number => random.next().value as number;
  const [rows, columns, layers] = [codes("r", 6), codes("c", 5), codes("l", 4)];
  const value = (kind: number): number =>
    kind < 0.12 ? 1 + Math.floor(next() * 4) : kind < 0.2 ? 0 : 5 + Math.floor(next() ** 3 * 150);
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) =>
      layers.map((layer) => ({ at: { row, column, layer }, value: value(next()) })),
    ),
  );
  const dimensions = { row: { rows }, column: { columns }, layer: { layers } };
  const policy = { threshold: 5, width: 5, dominancePercent: 15, totalsExempt: false };
  const { table, protection } = await protectTableFile(
    readTableFile(JSON.stringify({ dimensions, cells, policy })),
    () => undefined,
  );
  expect(protection.unprotected).toEqual([]);
  const audited = await auditTable(hiddenBy(table, protection.hidden));
  expect(audited.filter(({ isSafe }) => !isSafe)).toEqual([]);
}, 40_000);
