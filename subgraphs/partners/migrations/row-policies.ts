// A setting that is missing, or empty after a transaction, is NULL: no comparison with it is true.
const setting = (name: string): string => `NULLIF(current_setting('hub.${name}', true), '')`;

export const callerSubject = setting("subject");
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
