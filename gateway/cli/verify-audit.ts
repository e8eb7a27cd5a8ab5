import {
  type AuditFinding,
  type AuditVerification,
  EmbeddedDatabaseError,
  signingKeyOf,
  StartError,
  verifyAudit,
  visitEmbeddedDatabase,
} from "../../subgraphs/operator.js";
import { type OperatorConfig } from "../config.js";
import { publicKeyIn, receiptsIn, sealIn } from "./witness-files.js";

/** The files of what others kept, and of the keys that the hub signed with before. */
export interface WitnessFiles {
  readonly receipts: readonly string[];
  readonly heads: readonly string[];
  readonly keys: readonly string[];
}

/** Verifies the audit of the database that the environment tells of; throws StartError when it cannot be read. */
export async function verifyAuditOf(
  config: OperatorConfig,
  files: WitnessFiles,
  onFinding: (finding: AuditFinding) => void,
): Promise<AuditVerification> {
  const receipts = (await Promise.all(files.receipts.map(receiptsIn))).flat();
  const seals = await Promise.all(files.heads.map(sealIn));
  const former = await Promise.all(files.keys.map(publicKeyIn));
  const { url, leave } = await databaseOf(config);
  try {
    const address = config.addressOf(url);
    const { publicKey } = await signingKeyOf(config.signingKey(), address.roleSecret);
    const witness = { receipts, seals, keys: [publicKey, ...former] };
    return await verifyAudit(address, witness, onFinding).catch((cause: unknown) => {
      throw cause instanceof StartError ? cause : unreadable(url, cause);
    });
  } finally {
    await leave();
  }
}

/** The server of DATABASE_URL, or the embedded one of HUB_DATA_DIR. */
async function databaseOf(config: OperatorConfig): Promise<{ url: string; leave(): Promise<void> }> {
  const url = config.databaseUrlOf("quality-indicators");
  if (url !== null) return { url, leave: () => Promise.resolve() };
  return visitEmbeddedDatabase(config.dataDir).catch((cause: unknown) => {
    if (cause instanceof EmbeddedDatabaseError) throw new StartError(cause.code, cause.french, cause.english);
    throw cause;
  });
}

function unreadable(url: string, cause: unknown): StartError {
  const { hostname, port, pathname } = new URL(url);
  const reason = (cause as Error).message || String((cause as { code?: unknown }).code);
  return new StartError(
    "AUDIT_UNREADABLE",
    `Le journal ne peut pas être lu dans la base ${hostname}:${port || "5432"}${pathname} (${reason}).`,
    `The audit cannot be read in the database ${hostname}:${port || "5432"}${pathname} (${reason}).`,
  );
}
