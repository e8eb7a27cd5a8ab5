import { randomUUID } from "node:crypto";
import type { TestDatabase } from "../../../../test/harness/database.js";

/** An agreement in force that has no release yet, and demands classes of the given size; gives its code. */
export async function anAgreement(database: TestDatabase, kThreshold = 11): Promise<string> {
  const code = `entente-essai-${randomUUID().slice(0, 8)}`;
  await database.query(
    `INSERT INTO partners.access_agreement
     SELECT (jsonb_populate_record(demonstration, $1)).*
     FROM partners.access_agreement AS demonstration WHERE code = 'entente-demo-1'`,
    [JSON.stringify({ code, k_threshold: kThreshold })],
  );
  return code;
}
