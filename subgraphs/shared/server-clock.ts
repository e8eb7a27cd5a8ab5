import { audiences } from "./principal.js";
import type { SubgraphSchemas } from "./database-roles.js";

/*
 * What a caller says of the time holds within minutes of the server's own clock, which no caller can set: neither the
 * instants that it writes nor hub.now, which dates the history of published rows, can be set back or ahead.
 *
 * A database whose owner has put a row « other-clock » among its seeds takes any instant: tests inject clocks.
 */

/** The row of `<schema>.seed` that lets a database take any instant; nothing of the hub writes it. */
export const otherClock = "other-clock";

const tolerance = "interval '5 minutes'";

/** True in SQL for a statement of a caller: neither the owner's nor an administrator's. No function changes it. */
export const isSentByCaller = `session_user IN (${audiences.map((audience) => `'hub_${audience}'`).join(", ")})`;

/** SQL of a migration: makes the functions; the given roles, which must read `seed`, may call those that say something. */
export const serverClock = ({ own }: SubgraphSchemas, ...roles: readonly string[]): string => `
  CREATE FUNCTION ${own}.is_now(instant timestamptz) RETURNS boolean LANGUAGE sql STABLE
    RETURN instant BETWEEN statement_timestamp() - ${tolerance} AND statement_timestamp() + ${tolerance}
      OR EXISTS (SELECT FROM ${own}.seed WHERE seed.name = '${otherClock}');

  CREATE FUNCTION ${own}.refuse_instant() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RAISE insufficient_privilege USING CONSTRAINT = 'instant_is_now',
      MESSAGE = format('%s: an instant far from the clock of the server', TG_TABLE_NAME);
  END $$;

  -- The instant that the caller acts at.
  CREATE FUNCTION ${own}.said_instant() RETURNS timestamptz
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    said timestamptz := NULLIF(current_setting('hub.now', true), '')::timestamptz;
  BEGIN
    IF said IS NULL THEN
      RETURN statement_timestamp();
    END IF;
    IF ${own}.is_now(said) THEN
      RETURN said;
    END IF;
    RAISE insufficient_privilege USING CONSTRAINT = 'instant_is_now',
      MESSAGE = 'hub.now: an instant far from the clock of the server';
  END $$;

  CREATE FUNCTION ${own}.guard_instant() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM ${own}.said_instant();
    RETURN NULL;
  END $$;

  REVOKE ALL ON FUNCTION ${own}.is_now(timestamptz), ${own}.said_instant(), ${own}.refuse_instant(),
    ${own}.guard_instant() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION ${own}.is_now(timestamptz), ${own}.said_instant() TO ${roles.join(", ")};
`;

/** SQL of a migration: takes the functions back, once no trigger uses them. */
export const noServerClock = ({ own }: SubgraphSchemas): string =>
  `DROP FUNCTION ${own}.guard_instant(), ${own}.said_instant(), ${own}.refuse_instant(), ${own}.is_now(timestamptz);`;

/** An instant that callers write: when a row is added, or when a step changes it. */
export interface WrittenInstant {
  /** With its schema. */
  readonly table: string;
  readonly column: string;
  readonly on: "INSERT" | "UPDATE";
}

const nameOf = ({ column, on }: WrittenInstant): string => `${column}_is_now_on_${on.toLowerCase()}`;

/** SQL of a migration: refuses an instant of a caller that is not now. */
export const isWrittenNow = ({ own }: SubgraphSchemas, instant: WrittenInstant): string => `
  CREATE TRIGGER ${nameOf(instant)} BEFORE ${instant.on} ON ${instant.table} FOR EACH ROW
    WHEN (${isSentByCaller} AND NEW.${instant.column} IS NOT NULL
      ${instant.on === "UPDATE" ? `AND NEW.${instant.column} IS DISTINCT FROM OLD.${instant.column}` : ""}
      AND NOT ${own}.is_now(NEW.${instant.column}))
    EXECUTE FUNCTION ${own}.refuse_instant();`;

/** SQL of a migration: takes `isWrittenNow` back. */
export const isWrittenAnytime = (instant: WrittenInstant): string =>
  `DROP TRIGGER ${nameOf(instant)} ON ${instant.table};`;

/** SQL of a migration: refuses a caller's change of published rows with history that is dated other than now. */
export const historyIsDatedNow = ({ own, published }: SubgraphSchemas, table: string): string => `
  CREATE TRIGGER dated_now BEFORE INSERT OR UPDATE OR DELETE ON ${published}.${table} FOR EACH STATEMENT
    WHEN (${isSentByCaller}) EXECUTE FUNCTION ${own}.guard_instant();`;

/** SQL of a migration: takes `historyIsDatedNow` back. */
export const historyIsDatedAnytime = ({ published }: SubgraphSchemas, table: string): string =>
  `DROP TRIGGER dated_now ON ${published}.${table};`;
