import type { SubgraphSchemas } from "../database-roles.js";

/** The channel on which PostgreSQL tells what changed, when the transaction that changed it has ended well. */
export const changeChannel = "carrefour_change";

/** What is published by a subgraph, as its changes are told. */
export interface ToldTables {
  /** Told as a whole. */
  readonly whole: readonly string[];
  /** With a column `campaign`: told a campaign at a time. */
  readonly byCampaign?: readonly string[];
}

/*
 * A change is told as `<schema>.<table>`, or `<schema>.<table>@<campaign>`. The database tells it, so that no writer can
 * forget to: mutations, seeds, daily tasks, an operator with psql. PostgreSQL tells equal words of a transaction once.
 */

/** SQL of a migration: has every statement that writes to the published tables of a subgraph told. */
export const tellsChanges = (schemas: SubgraphSchemas, { whole, byCampaign = [] }: ToldTables): string => `
  ${functions(schemas)}
  ${[...whole, ...byCampaign].map((table) => tellsErasures(schemas, table)).join("")}
  ${whole.map((table) => tellsTable(schemas, table)).join("")}
  ${byCampaign.map((table) => tellsCampaigns(schemas, table)).join("")}`;

/** SQL of a migration: takes `tellsChanges` back. */
export const noTellingOf = (
  { own, published }: SubgraphSchemas,
  { whole, byCampaign = [] }: ToldTables,
): string => `
  ${[...whole, ...byCampaign].map((table) => `DROP TRIGGER told_emptied ON ${published}.${table};`).join("")}
  ${whole.map((table) => `DROP TRIGGER told ON ${published}.${table};`).join("")}
  ${byCampaign
    .flatMap((table) => ["insert", "update", "delete"].map((event) => ({ table, event })))
    .map(({ table, event }) => `DROP TRIGGER told_${event} ON ${published}.${table};`)
    .join("")}
  DROP FUNCTION ${own}.tell_change(), ${own}.tell_campaigns();
`;

/** SQL of a migration: has erasures from the history of a subgraph told; what is added to it changed a table as well. */
export const tellsHistory = ({ own, published }: SubgraphSchemas): string => `
  CREATE FUNCTION ${own}.tell_history() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM pg_notify('${changeChannel}', '${own}.' || relation) FROM (SELECT DISTINCT relation FROM changed) AS told;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION ${own}.tell_history() FROM PUBLIC;
  CREATE TRIGGER told_update AFTER UPDATE ON ${published}.former_row
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ${own}.tell_history();
  CREATE TRIGGER told_delete AFTER DELETE ON ${published}.former_row
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ${own}.tell_history();
`;

/** SQL of a migration: takes `tellsHistory` back. */
export const noTellingOfHistory = ({ own, published }: SubgraphSchemas): string => `
  DROP TRIGGER told_update ON ${published}.former_row;
  DROP TRIGGER told_delete ON ${published}.former_row;
  DROP FUNCTION ${own}.tell_history();
`;

const functions = ({ own }: SubgraphSchemas): string => `
  CREATE FUNCTION ${own}.tell_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM pg_notify('${changeChannel}', '${own}.' || TG_TABLE_NAME);
    RETURN NULL;
  END $$;

  -- A row that changes its campaign changes both.
  CREATE FUNCTION ${own}.tell_campaigns() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      PERFORM pg_notify('${changeChannel}', '${own}.' || TG_TABLE_NAME || '@' || campaign)
        FROM (SELECT campaign FROM changed UNION SELECT campaign FROM former) AS told;
    ELSE
      PERFORM pg_notify('${changeChannel}', '${own}.' || TG_TABLE_NAME || '@' || campaign)
        FROM (SELECT DISTINCT campaign FROM changed) AS told;
    END IF;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION ${own}.tell_change(), ${own}.tell_campaigns() FROM PUBLIC;
`;

const tellsErasures = ({ own, published }: SubgraphSchemas, table: string): string => `
  CREATE TRIGGER told_emptied AFTER TRUNCATE ON ${published}.${table}
    FOR EACH STATEMENT EXECUTE FUNCTION ${own}.tell_change();`;

const tellsTable = ({ own, published }: SubgraphSchemas, table: string): string => `
  CREATE TRIGGER told AFTER INSERT OR UPDATE OR DELETE ON ${published}.${table}
    FOR EACH STATEMENT EXECUTE FUNCTION ${own}.tell_change();`;

const tellsCampaigns = ({ own, published }: SubgraphSchemas, table: string): string => `
  CREATE TRIGGER told_insert AFTER INSERT ON ${published}.${table}
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ${own}.tell_campaigns();
  CREATE TRIGGER told_update AFTER UPDATE ON ${published}.${table}
    REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ${own}.tell_campaigns();
  CREATE TRIGGER told_delete AFTER DELETE ON ${published}.${table}
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ${own}.tell_campaigns();`;
