import type { AccessRule } from "../../subgraphs/index.js";
import { type Role, rolesOf } from "./roles.js";
import { type AccessTable, hubAlone } from "./table.js";

/** One problem for each field that the reviewed table does not list, that is gone, or that the code opens to others. */
export function accessProblems(rules: ReadonlyMap<string, AccessRule>, table: AccessTable): string[] {
  const file = "schema/access.table";
  const told = (open: readonly Role[]): string => open.join(" ") || hubAlone;
  return [
    ...[...rules].flatMap(([coordinate, rule]) => {
      const listed = table.get(coordinate);
      if (!listed)
        return [`${file}: ${coordinate} n'y figure pas · is not listed (code: ${told(rolesOf(rule))})`];
      const open = told(rolesOf(rule));
      const reviewed = told(listed.map(({ role }) => role));
      return open === reviewed
        ? []
        : [`${file}: ${coordinate} : le code l'ouvre à · the code opens it to ${open} ; table : ${reviewed}`];
    }),
    ...[...table.keys()]
      .filter((coordinate) => !rules.has(coordinate))
      .map((coordinate) => `${file}: ${coordinate} n'existe plus · no longer exists`),
  ];
}
