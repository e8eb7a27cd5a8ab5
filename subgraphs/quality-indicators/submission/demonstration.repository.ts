import type { Transaction } from "./submission.repository.js";

/** True when the database was seeded with demonstration data: what it receives is then synthetic too. */
export async function isDemonstration(manager: Transaction): Promise<boolean> {
  const rows = (await manager.query(
    "SELECT 1 FROM quality_indicators.seed WHERE name = 'demo'",
  )) as unknown[];
  return rows.length > 0;
}
