import { loginRoles } from "../../../subgraphs/shared/database-address.js";

/** Runs SQL on the database that is listed. */
export type Query = <Row extends object>(sql: string) => Promise<Row[]>;

const ofTheHub = (schema: string): string => `${schema} !~ '^(pg_|information_schema)'`;
const roles = ["hub_owner", ...loginRoles].map((role) => `'${role}'`).join(", ");

/** The rights in an access list, but those of the owner itself: « hub_steward: INSERT, SELECT; PUBLIC: USAGE ». */
const rightsIn = (acl: string, owner: string): string => `(
  SELECT string_agg(grantee || ': ' || rights, '; ' ORDER BY grantee COLLATE "C") FROM (
    SELECT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS grantee,
      string_agg(privilege_type || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END, ', '
        ORDER BY privilege_type) AS rights
    FROM aclexplode(${acl}) AS acl WHERE acl.grantee <> ${owner} GROUP BY 1) AS granted)`;

/** The same with the columns that each right is for; a right on the whole table is in the list of the table. */
const columnRights = `(
  SELECT string_agg(grantee || ': ' || rights, '; ' ORDER BY grantee COLLATE "C") FROM (
    SELECT grantee, string_agg(privilege_type || ' (' || columns || ')', ', ' ORDER BY privilege_type) AS rights FROM (
      SELECT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS grantee, privilege_type,
        string_agg(attname, ', ' ORDER BY attname COLLATE "C") AS columns
      FROM pg_attribute, aclexplode(attacl) AS acl
      WHERE attrelid = c.oid AND NOT attisdropped AND acl.grantee <> c.relowner GROUP BY 1, 2) AS each GROUP BY 1) AS granted)`;

const oneLine = (text: string): string => `regexp_replace(${text}, '\\s+', ' ', 'g')`;

/** Each kind of thing that decides who may do what, as one line a thing. */
const lines: readonly string[] = [
  `SELECT 'role ' || rolname || CASE WHEN rolcanlogin THEN ' LOGIN' ELSE '' END
     || CASE WHEN rolinherit THEN ' INHERIT' ELSE '' END || CASE WHEN rolsuper THEN ' SUPERUSER' ELSE '' END
     || CASE WHEN rolbypassrls THEN ' BYPASSRLS' ELSE '' END || CASE WHEN rolcreaterole THEN ' CREATEROLE' ELSE '' END
     || CASE WHEN rolcreatedb THEN ' CREATEDB' ELSE '' END || CASE WHEN rolreplication THEN ' REPLICATION' ELSE '' END
     || COALESCE(' SET ' || array_to_string(rolconfig, ', '), '')
   FROM pg_roles WHERE rolname IN (${roles})`,
  `SELECT 'member ' || member::regrole || ' of ' || roleid::regrole || CASE WHEN admin_option THEN ' ADMIN' ELSE '' END
   FROM pg_auth_members WHERE member::regrole::text IN (${roles})`,
  `SELECT 'database rights ' || COALESCE(${rightsIn("COALESCE(datacl, acldefault('d', datdba))", "datdba")}, 'none')
   FROM pg_database WHERE datname = current_database()`,
  `SELECT 'schema ' || nspname || ' rights ' || COALESCE(${rightsIn("COALESCE(nspacl, acldefault('n', nspowner))", "nspowner")}, 'none')
   FROM pg_namespace WHERE ${ofTheHub("nspname")}`,
  `SELECT 'default rights of ' || defaclrole::regrole || COALESCE(' in ' || nspname, '') || ' on '
     || CASE defaclobjtype WHEN 'r' THEN 'tables' WHEN 'f' THEN 'functions' WHEN 'S' THEN 'sequences' ELSE defaclobjtype::text END
     || ' ' || COALESCE(${rightsIn("defaclacl", "defaclrole")}, 'none')
   FROM pg_default_acl LEFT JOIN pg_namespace ON pg_namespace.oid = defaclnamespace`,
  `SELECT CASE relkind WHEN 'r' THEN 'table ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view ' WHEN 'S' THEN 'sequence '
       WHEN 'f' THEN 'foreign table ' ELSE relkind::text || ' ' END || nspname || '.' || relname
     || CASE WHEN relkind <> 'r' THEN '' WHEN NOT relrowsecurity THEN ' WITHOUT ROW SECURITY'
        WHEN relforcerowsecurity THEN ' FORCED' ELSE ' ROW SECURITY WITHOUT FORCE' END
     || ' owner ' || relowner::regrole
     || ' rights ' || COALESCE(${rightsIn("COALESCE(relacl, acldefault(CASE relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r'::\"char\" END, relowner))", "relowner")}, 'none')
     || COALESCE(' columns ' || ${columnRights}, '')
   FROM pg_class AS c JOIN pg_namespace ON pg_namespace.oid = relnamespace
   WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND ${ofTheHub("nspname")}`,
  `SELECT 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ' ' || permissive || ' FOR ' || cmd
     || ' TO ' || array_to_string(roles, ', ')
     || COALESCE(' USING ' || ${oneLine("qual")}, '') || COALESCE(' WITH CHECK ' || ${oneLine("with_check")}, '')
   FROM pg_policies`,
  `SELECT 'trigger ' || nspname || '.' || relname || ' ' || tgname || CASE tgenabled WHEN 'O' THEN '' ELSE ' NOT ENABLED' END
     || ' ' || ${oneLine("pg_get_triggerdef(tg.oid)")}
   FROM pg_trigger AS tg JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
   WHERE NOT tgisinternal AND ${ofTheHub("nspname")}`,
  // The text of a guard is reviewed where it is written; its mark here turns red when another replaces it.
  `SELECT 'function ' || p.oid::regprocedure || ' ' || lanname || CASE WHEN prosecdef THEN ' SECURITY DEFINER' ELSE '' END
     || ' owner ' || proowner::regrole
     || CASE WHEN prosqlbody IS NULL THEN COALESCE(' SET ' || array_to_string(proconfig, ', '), ' WITHOUT SEARCH PATH') ELSE ' BOUND BODY' END
     || ' rights ' || COALESCE(${rightsIn("COALESCE(proacl, acldefault('f', proowner))", "proowner")}, 'none')
     || ' body ' || left(md5(regexp_replace(COALESCE(pg_get_function_sqlbody(p.oid), prosrc), '\\s+', ' ', 'g')), 12)
   FROM pg_proc AS p JOIN pg_namespace ON pg_namespace.oid = pronamespace JOIN pg_language ON pg_language.oid = prolang
   WHERE ${ofTheHub("nspname")}`,
  `SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || ${oneLine("pg_get_constraintdef(con.oid)")}
   FROM pg_constraint AS con JOIN pg_namespace ON pg_namespace.oid = connamespace
   WHERE contype IN ('c', 'f', 'p', 'u', 'x') AND ${ofTheHub("nspname")}`,
  `SELECT 'unique index ' || indexrelid::regclass || ' ' || ${oneLine("pg_get_indexdef(indexrelid)")}
   FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
   WHERE indisunique AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) AND ${ofTheHub("nspname")}`,
  `SELECT 'extension ' || extname FROM pg_extension`,
  `SELECT 'event trigger ' || evtname FROM pg_event_trigger`,
  `SELECT 'rule ' || schemaname || '.' || tablename || ' ' || rulename FROM pg_rules WHERE ${ofTheHub("schemaname")}`,
  `SELECT 'large object of ' || lomowner::regrole FROM pg_largeobject_metadata`,
];

/** Everything in a database that decides who may read or write what, one sorted line a thing. */
export async function listingOf(query: Query): Promise<string[]> {
  const found = await query<{ line: string }>(
    lines.map((select) => `(SELECT line FROM (${select}) AS listed (line))`).join(" UNION ALL "),
  );
  return found.map(({ line }) => line).sort();
}
