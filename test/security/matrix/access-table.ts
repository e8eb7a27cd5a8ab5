import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";
import { schemaFolder } from "../../../gateway/hub.js";
import { type AccessTable, type Grant, readAccessTable } from "../../../schema/access/table.js";

const committed = (name: string): string => readFileSync(join(schemaFolder, name), "utf8");

/** The reviewed table of who may read what. */
const accessTable: AccessTable = readAccessTable(committed("access.table"));

/** The whole schema that the authenticated door serves. */
export const authenticatedSchema: GraphQLSchema = buildSchema(committed("authenticated.graphql"));

/** The grants of a coordinate; throws when the table does not list it. */
export function grantsOf(coordinate: string): readonly Grant[] {
  const grants = accessTable.get(coordinate);
  if (!grants) throw new Error(`schema/access.table does not list ${coordinate}`);
  return grants;
}

/** True for a field that everybody reads. */
export const isPublic = (coordinate: string): boolean =>
  grantsOf(coordinate).some(({ role }) => role === "public");
