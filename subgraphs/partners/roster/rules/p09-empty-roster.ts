import { atInput } from "./issue.js";
import { leaving } from "./leaving.js";
import type { RosterRule } from "./rule.js";

/** P09: a push without a single row would make everybody leave; who means it says so row by row. */
export const p09EmptyRoster: RosterRule = {
  id: "P09",
  severity: "E",
  check(roster, context) {
    if (roster.rows.length > 0) return [];
    const left = leaving(roster, context).length;
    if (left === 0 && roster.withdrawn.length > 0) return [];
    return [
      atInput("rows", {
        code: "EMPTY_ROSTER",
        fr: `Ce registre est vide${left > 0 ? ` : ${left} partenaires le quitteraient` : ""}. Envoyez-le en entier ; pour des départs, gardez les lignes avec l'état LEFT.`,
        en: `This roster is empty${left > 0 ? `: ${left} partners would leave it` : ""}. Send all of it; for departures, keep the rows with the status LEFT.`,
        observed: 0,
        expected: "≥ 1",
      }),
    ];
  },
};
