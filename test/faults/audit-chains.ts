import type { JWK } from "jose";
import { verifyAudit } from "../../subgraphs/quality-indicators/audit/verify-audit.service.js";
import { suiteRoleSecret } from "../harness/database.js";
import type { Ledger } from "./ledger.js";
import type { PostgresServer } from "./postgres-server.js";
import type { Verdict } from "./verdict.js";

/** The chains of the audit: by SQL of this harness's own, and by the hub's own verification with every receipt told. */
export async function verifyAuditChains(
  server: Pick<PostgresServer, "query" | "url">,
  { acknowledged }: Ledger,
): Promise<Verdict[]> {
  const broken = await server.query<{ place: string }>(
    `WITH linked AS (
       SELECT chain, sequence, head, row_number() OVER steps AS place,
         sha256(COALESCE(lag(head) OVER steps, decode(repeat('00', 32), 'hex')) || entry_hash) AS expected
       FROM quality_indicators.audit_entry WINDOW steps AS (PARTITION BY chain ORDER BY sequence))
     SELECT chain || '/' || sequence AS place FROM linked WHERE sequence <> place OR head <> expected
     UNION ALL
     SELECT 'the end of ' || ends.chain FROM quality_indicators.audit_chain AS ends
     LEFT JOIN LATERAL (SELECT sequence, head FROM linked WHERE linked.chain = ends.chain
       ORDER BY sequence DESC LIMIT 1) AS last ON true
     WHERE (ends.length, ends.head) IS DISTINCT FROM (last.sequence, last.head)`,
  );
  const receipts = acknowledged.map(
    ({ data }) =>
      (JSON.parse(data) as { submitYearlyFigures: { receipt: string } }).submitYearlyFigures.receipt,
  );
  const seals = await server.query<{ key: JWK }>("SELECT key FROM quality_indicators_published.audit_heads");
  const findings: string[] = [];
  await verifyAudit(
    { url: server.url, roleSecret: suiteRoleSecret },
    { receipts, seals: [], keys: seals.map(({ key }) => key) },
    ({ code, chain, sequence, messages }) => findings.push(`${code} ${chain}/${sequence}: ${messages.en}`),
  );
  return [
    {
      law: "audit chains have no gap, and every head follows from the one before",
      breaches: broken.map(({ place }) => place),
    },
    { law: "the hub's own verification finds nothing, with every receipt told", breaches: findings },
  ];
}
