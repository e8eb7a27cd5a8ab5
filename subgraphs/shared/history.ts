import type { SubgraphSchemas } from "./database-roles.js";

/*
 * What published reference rows said before, kept by the database itself, whoever changes them and however:
 *
 *   <schema>_published.<table>      the version known now, since known_from; the latest read touches nothing else
 *   <schema>_published.former_row   every version before it, [known_from, known_until), as the table's own row in JSON
 *
 * The instant of a change is the setting hub.now, which tenancy and planting take from the injected clock.
 * A migration that adds, renames or drops a column of such a table does the same to `row` in former_row.
 */

/** SQL of a migration: makes the history of a subgraph, and keeps that of the given published tables from now on. */
export const historyOf = (schemas: SubgraphSchemas, tables: readonly string[]): string =>
  `${formerRows(schemas)} ${triggerFunctions(schemas)} ${tables.map((table) => keepsHistory(schemas, table)).join("")}`;

/** SQL of a migration: takes a history back, the former versions with it. */
export const noHistoryOf = ({ own, published }: SubgraphSchemas, tables: readonly string[]): string => `
  ${tables
    .map(
      (table) => `
  DROP TRIGGER former_row ON ${published}.${table};
  DROP TRIGGER known_from ON ${published}.${table};
  ALTER TABLE ${published}.${table} DROP COLUMN known_from;`,
    )
    .join("")}
  DROP FUNCTION ${own}.keep_former_row(), ${own}.date_row(), ${own}.key_of(oid, jsonb);
  DROP TABLE ${published}.former_row;
`;

/** SQL of a migration: keeps the history of one more published table. What it holds already counts as always known. */
export const keepsHistory = ({ own, published }: SubgraphSchemas, table: string): string => `
  ALTER TABLE ${published}.${table} ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity';
  CREATE TRIGGER known_from BEFORE INSERT OR UPDATE ON ${published}.${table}
    FOR EACH ROW EXECUTE FUNCTION ${own}.date_row();
  CREATE TRIGGER former_row AFTER UPDATE OR DELETE ON ${published}.${table}
    FOR EACH ROW EXECUTE FUNCTION ${own}.keep_former_row();
`;

/**
 * SQL of a migration: makes a rule of unique columns wait for the end of the transaction, as PostgreSQL named it.
 * Seeds move rows one by one; two that change places stand on the same one meanwhile.
 */
export const uniqueAtTheEnd = (schema: string, table: string, ...columns: readonly string[]): string => `
  ALTER TABLE ${schema}.${table} DROP CONSTRAINT ${table}_${columns.join("_")}_key,
    ADD CONSTRAINT ${table}_${columns.join("_")}_key UNIQUE (${columns.join(", ")}) DEFERRABLE INITIALLY DEFERRED;
`;

/** SQL of a migration: takes `uniqueAtTheEnd` back. */
export const uniqueAtOnce = (schema: string, table: string, ...columns: readonly string[]): string =>
  uniqueAtTheEnd(schema, table, ...columns).replace(" DEFERRABLE INITIALLY DEFERRED", "");

// As public as the tables were; no caller has a right to write. Nothing but its triggers and the owner ever does.
const formerRows = ({ published }: SubgraphSchemas): string => `
  CREATE TABLE ${published}.former_row (
    relation text NOT NULL,
    key jsonb NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz NOT NULL CHECK (known_until > known_from),
    row jsonb NOT NULL,
    PRIMARY KEY (relation, key, known_until)
  );
  CREATE INDEX ON ${published}.former_row (relation, known_until);
  COMMENT ON TABLE ${published}.former_row IS
    'What the rows of this schema said before they were changed or removed; asOf reads it. To erase something for cause, as hub_owner and in one transaction: delete the row from its table, then delete from this table where relation = its table and key = the JSON array of its primary key.';
`;

const triggerFunctions = ({ own, published }: SubgraphSchemas): string => `
  CREATE FUNCTION ${own}.key_of(relation oid, content jsonb) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_agg(content -> attribute.attname ORDER BY part.place)
    FROM pg_index, unnest(indkey::smallint[]) WITH ORDINALITY AS part(number, place)
    JOIN pg_attribute AS attribute ON attribute.attnum = part.number
    WHERE indrelid = relation AND indisprimary AND attribute.attrelid = relation
  $$;

  -- A row written as it was keeps its date. One clock may be behind another: versions never overlap.
  CREATE FUNCTION ${own}.date_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    instant timestamptz := COALESCE(NULLIF(current_setting('hub.now', true), '')::timestamptz, now());
  BEGIN
    IF TG_OP = 'INSERT' THEN
      NEW.known_from := GREATEST(instant, (
        SELECT max(known_until) FROM ${published}.former_row
        WHERE relation = TG_TABLE_NAME AND key = ${own}.key_of(TG_RELID, to_jsonb(NEW))));
    ELSIF to_jsonb(NEW) - 'known_from' = to_jsonb(OLD) - 'known_from' THEN
      NEW.known_from := OLD.known_from;
    ELSE
      NEW.known_from := GREATEST(instant, OLD.known_from);
    END IF;
    RETURN NEW;
  END $$;

  -- What was there for no time at all was never known to anybody.
  CREATE FUNCTION ${own}.keep_former_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    until timestamptz := COALESCE(NULLIF(current_setting('hub.now', true), '')::timestamptz, now());
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      until := NEW.known_from;
    END IF;
    IF until > OLD.known_from THEN
      INSERT INTO ${published}.former_row (relation, key, known_from, known_until, row)
      VALUES (TG_TABLE_NAME, ${own}.key_of(TG_RELID, to_jsonb(OLD)), OLD.known_from, until,
        to_jsonb(OLD) - 'known_from');
    END IF;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION ${own}.key_of(oid, jsonb), ${own}.date_row(), ${own}.keep_former_row() FROM PUBLIC;
`;
