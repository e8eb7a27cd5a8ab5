import type { EntityManager } from "typeorm";
import type { PublicationEntry } from "./publication-entry.entity.js";

/** Adds an entry to the register. */
export async function insertEntry(manager: EntityManager, entry: PublicationEntry): Promise<void> {
  await manager.query(
    `INSERT INTO quality_indicators.publication_register
       (vintage, kind, campaign, at, by, purpose, reason, method, parameters, risk, reassess_on, replaces)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      entry.vintage,
      entry.kind,
      entry.campaign,
      entry.at,
      entry.by,
      JSON.stringify(entry.purpose),
      entry.reason,
      entry.method,
      entry.parameters && JSON.stringify(entry.parameters),
      entry.risk && JSON.stringify(entry.risk),
      entry.reassessOn,
      entry.replaces,
    ],
  );
}

/** The register, the latest entry first; of one campaign when it is given. */
export const findEntries = (manager: EntityManager, campaign: string | null): Promise<PublicationEntry[]> =>
  manager.query(
    `SELECT vintage, kind, campaign, at, by, purpose, reason, method, parameters, risk,
       to_char(reassess_on, 'YYYY-MM-DD') AS "reassessOn", replaces
     FROM quality_indicators.publication_register
     WHERE $1::text IS NULL OR campaign = $1 ORDER BY at DESC, vintage DESC, kind DESC`,
    [campaign],
  );
