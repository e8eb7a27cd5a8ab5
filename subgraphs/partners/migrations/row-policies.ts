// A setting that is missing, or empty after a transaction, is NULL: no comparison with it is true.
const setting = (name: string): string => `NULLIF(current_setting('hub.${name}', true), '')`;

export const callerSubject = setting("subject");
export const callerClient = setting("client");
export const callerEstablishment = setting("establishment");
export const callerAgreement = setting("agreement");

/** True when the caller's token holds the scope. */
export const callerHolds = (scope: string): string =>
  `'${scope}' = ANY (string_to_array(${setting("scopes")}, ' '))`;

/** Closes a table to everybody, its owner included, but for the owner while it plants seeds. */
export const closedTable = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON ${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on')
    WITH CHECK (current_setting('hub.seeding', true) = 'on');`;

/** True in SQL when the two columns tell that the caller wrote the row. */
export const isWrittenByCaller = (subject: string, client: string): string =>
  `${subject} = ${callerSubject} AND ${client} IS NOT DISTINCT FROM ${callerClient}`;

/** True in SQL for a row that says it is synthetic where it must be: all that a demonstration receives is. */
export const isHonest = "(synthetic OR NOT EXISTS (SELECT FROM partners.seed WHERE name = 'demo'))";

/** Closes a table that nobody writes but the hub's own triggers: they alone run as the owner. */
export const writtenByTriggers = (table: string): string => `
  ${closedTable(table)}
  CREATE POLICY written_by_triggers ON ${table} TO hub_owner
    USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0);`;

/** True in SQL when a row of a table, or of an alias, is about the caller. */
export const isCallers = (table: string): string =>
  `(${table}.subject = ${callerSubject} OR ${table}.client = ${callerClient})`;

/** Bars suspended and ended callers from a table, on top of what its other policies say. */
export const barSuspended = (table: string): string => `
  CREATE POLICY admitted ON ${table} AS RESTRICTIVE TO hub_researcher, hub_establishment, hub_steward
    USING (NOT EXISTS (
      SELECT FROM partners_release.credential_right AS own WHERE ${isCallers("own")} AND own.status <> 'ACTIVE'));`;
