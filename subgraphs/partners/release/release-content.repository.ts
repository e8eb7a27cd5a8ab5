import type { EntityManager } from "typeorm";
import { snakeCase } from "../../shared/naming.js";
import type { DictionaryColumn } from "./data-dictionary.js";

/** What a release tells of some of its members: a value for each key and each sensitive column, in their order. */
export interface Combination {
  readonly keys: readonly string[];
  readonly sensitive: readonly string[];
}

/** Where each column of a release finds its value in a combination. */
function placesOf(columns: readonly DictionaryColumn[]): { name: string; place: string }[] {
  const parts = { KEY: 0, SENSITIVE: 0 };
  return columns.map(({ column, part }) => {
    parts[part] += 1;
    return {
      name: snakeCase(column),
      place: `${part === "KEY" ? "keys" : "sensitive"}[${parts[part]}]`,
    };
  });
}

/**
 * Tells PostgreSQL, for this transaction, how a release is built: row after row of all the rosters, in memory. It takes
 * the values of a joined record for far rarer than they are, and would sort on disk what fits into a table of hashes. Records are written in the order of their
 * ids: their indexes grow at one end. On a slow server this takes minutes, for which only another build waits.
 */
export async function planForMany(manager: EntityManager): Promise<void> {
  await manager.query(
    `SELECT set_config('work_mem', '256MB', true), set_config('jit', 'off', true),
       set_config('enable_sort', 'off', true), set_config('enable_mergejoin', 'off', true),
       set_config('enable_nestloop', 'off', true), set_config('statement_timeout', '5min', true),
       set_config('idle_in_transaction_session_timeout', '5min', true)`,
  );
}

/** Writes what a release tells; the number of a combination is its place in the list, from 1. */
export async function insertCombinations(
  manager: EntityManager,
  release: string,
  combinations: readonly Combination[],
): Promise<void> {
  await manager.query(
    `INSERT INTO partners.release_combination (release, number, keys, sensitive)
     SELECT $1, number, keys, sensitive
     FROM jsonb_to_recordset($2::jsonb) AS given (number integer, keys text[], sensitive text[])`,
    [
      release,
      JSON.stringify(
        combinations.map(({ keys, sensitive }, index) => ({ number: index + 1, keys, sensitive })),
      ),
    ],
  );
}

/**
 * Writes the records of a release for one agreement out of its members. Row ids are drawn at random, anew for each
 * agreement, and the order of the records is that of their ids: it says nothing of the rosters' or of another's.
 */
export async function insertRecords(
  manager: EntityManager,
  release: string,
  agreement: string,
  columns: readonly DictionaryColumn[],
): Promise<void> {
  const places = placesOf(columns);
  await manager.query(
    `INSERT INTO partners_release.record (row_id, release, agreement, position, ${places.map(({ name }) => name).join(", ")})
     SELECT row_id, $1, $2, row_number() OVER (ORDER BY row_id), ${places.map(({ place }) => place).join(", ")}
     FROM (SELECT gen_random_uuid() AS row_id, combination FROM partners.release_member WHERE release = $1 OFFSET 0) AS member
     JOIN partners.release_combination AS told ON told.release = $1 AND told.number = member.combination
     ORDER BY row_id`,
    [release, agreement],
  );
}

/** What a release was written to tell, and of how many members, by its own rows. */
export const countMembers = (
  manager: EntityManager,
  release: string,
): Promise<(Combination & { readonly count: number })[]> =>
  manager.query(
    `SELECT keys, sensitive, count::integer FROM partners.release_combination AS told
     JOIN (SELECT combination, count(*) FROM partners.release_member WHERE release = $1 GROUP BY combination) AS member
       ON member.combination = told.number
     WHERE told.release = $1`,
    [release],
  );

/** How many partners of one establishment a release tells the same of. */
export interface MembersAlike {
  /** Number of the combination that is told of them, from 1. */
  readonly combination: number;
  readonly establishment: string;
  readonly count: number;
}

/** The members of a release that is being built, establishment by establishment. */
export const countByEstablishment = (manager: EntityManager, release: string): Promise<MembersAlike[]> =>
  manager.query(
    `SELECT combination, establishment, count(*)::integer AS count FROM partners.release_member
     WHERE release = $1 GROUP BY combination, establishment`,
    [release],
  );

/** Writes what may have to be taken back; `takeBack` undoes all of it. */
export async function tryOut<Outcome>(
  manager: EntityManager,
  write: (takeBack: () => Promise<unknown>) => Promise<Outcome>,
): Promise<Outcome> {
  await manager.query("SAVEPOINT tried_out");
  return write(() => manager.query("ROLLBACK TO SAVEPOINT tried_out"));
}

/** How many records each agreement was given; what they say no steward reads. */
export const countRecords = (
  manager: EntityManager,
  release: string,
): Promise<{ agreement: string; count: number }[]> =>
  manager.query(
    `SELECT agreement, count(*)::integer FROM partners_release.record WHERE release = $1 GROUP BY agreement`,
    [release],
  );

/** A release that was built before, as it is compared with one that is being built. */
export interface EarlierRelease {
  readonly release: string;
  readonly policy: { readonly k: number; readonly l: number; readonly t: number };
  readonly recordsKept: number;
  readonly sensitive: readonly string[];
  /** By their numbers, from 1. */
  readonly combinations: readonly Combination[];
  /** How many members are known. */
  readonly members: number;
}

/** Every release there is, approved or not, whatever its agreements, in the order of their versions. */
export const findEarlierReleases = (manager: EntityManager): Promise<EarlierRelease[]> =>
  manager.query(`
    SELECT code AS release, report -> 'policy' AS policy, (report ->> 'recordsKept')::integer AS "recordsKept",
      ARRAY(SELECT each ->> 'column' FROM jsonb_array_elements(columns) AS each WHERE each ->> 'part' = 'SENSITIVE')
        AS sensitive,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('keys', keys, 'sensitive', sensitive) ORDER BY number)
        FROM partners.release_combination AS told WHERE told.release = code), '[]') AS combinations,
      (SELECT count(*)::integer FROM partners.release_member AS member WHERE member.release = code) AS members
    FROM partners_release.release ORDER BY version`);
