import type { TestDatabase } from "../../../../test/harness/database.js";
import { signingKeyOf } from "../../../shared/secrets/signing-key.js";
import { type ChainedEntry, emptyHead, entryHashOf, headAfter } from "../entry-hash.js";
import type { AuditFinding } from "../finding.js";
import { verifyAudit, type AuditWitness } from "../verify-audit.service.js";

/** Runs SQL as somebody above every guard: an administrator who switched the triggers off. */
export const tamper = ({ query }: TestDatabase, sql: string): Promise<object[]> =>
  query(`SET session_replication_role = replica; ${sql}`);

/** What a verification finds, a line each: the code, the chain and the place in it. */
export async function faultsOf(
  { address }: TestDatabase,
  witness: Partial<AuditWitness> = {},
): Promise<string[]> {
  const { publicKey } = await signingKeyOf(null, address.roleSecret);
  const found: AuditFinding[] = [];
  const { findings } = await verifyAudit(
    address,
    { receipts: [], seals: [], keys: [publicKey], ...witness },
    (finding) => found.push(finding),
  );
  if (findings !== found.length) throw new Error(`${findings} counted, ${found.length} reported`);
  return found.map(({ code, chain, sequence }) =>
    [code, chain, sequence].filter((part) => part !== null).join(" "),
  );
}

const entryColumns = `chain, sequence, event, submission, revision, subject, actor,
  (extract(epoch FROM at) * 1000000)::bigint::text AS "atMicroseconds", reason, vintage, before_hash AS "beforeHash",
  after_hash AS "afterHash", salt, entry_hash AS "entryHash", head`;

/** The entries of a chain, the first one first. */
export const entriesOf = (database: TestDatabase, chain: string): Promise<ChainedEntry[]> =>
  database.query<ChainedEntry>(
    `SELECT ${entryColumns} FROM quality_indicators.audit_entry WHERE chain = $1 ORDER BY sequence`,
    [chain],
  );

/** Makes a chain consistent again after its rows were changed, as a forger who knows how it is made would. */
export async function forge(database: TestDatabase, chain: string): Promise<void> {
  let head: Buffer = emptyHead;
  let length = 0;
  for (const entry of await entriesOf(database, chain)) {
    length += 1;
    const renumbered = { ...entry, sequence: length };
    const entryHash = entryHashOf(renumbered);
    head = headAfter(head, entryHash);
    await tamper(
      database,
      `UPDATE quality_indicators.audit_entry SET sequence = ${length},
         entry_hash = '\\x${entryHash.toString("hex")}', head = '\\x${head.toString("hex")}'
       WHERE chain = '${chain}' AND sequence = ${entry.sequence};
       UPDATE quality_indicators.audit_chain SET length = ${length}, head = '\\x${head.toString("hex")}'
       WHERE chain = '${chain}'`,
    );
  }
}
