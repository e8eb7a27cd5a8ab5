import type { EntityManager } from "typeorm";
import type { RegisterEntry } from "./register-entry.entity.js";

/** At most `limit` entries after a number, of one release or of all, the first one first, in one statement. */
export const findEntriesAfter = (
  manager: EntityManager,
  release: string | null,
  after: number,
  limit: number,
): Promise<RegisterEntry[]> =>
  manager.query(
    `SELECT entry::integer, act, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, by_subject AS by,
       release, ARRAY(SELECT agreement FROM partners_release.release_agreement AS reader
           WHERE reader.release = kept.release
         UNION SELECT jsonb_array_elements_text(gone.told -> 'agreements') FROM partners.release_register AS gone
           WHERE gone.release = kept.release AND gone.act = 'DISCARDED' ORDER BY agreement) AS agreements,
       told ->> 'title' AS title, NULLIF(told -> 'purpose', 'null') AS purpose, told ->> 'invasiveness' AS invasiveness,
       ARRAY(SELECT jsonb_array_elements_text(CASE WHEN told ? 'variables' THEN told -> 'variables' ELSE '[]' END))
         AS variables,
       NULLIF(told -> 'method', 'null') AS method, told -> 'report' AS report, told ->> 'reassessOn' AS "reassessOn",
       told ->> 'previous' AS previous, told ->> 'reason' AS reason, told ->> 'establishment' AS establishment,
       (told ->> 'partners')::integer AS partners,
       CASE WHEN (told ->> 'synthetic')::boolean THEN 'SYNTHETIC' END AS origin
     FROM partners.release_register AS kept
     WHERE entry > $1 AND ($2::text IS NULL OR release = $2) ORDER BY entry LIMIT $3`,
    [after, release, limit],
  );
