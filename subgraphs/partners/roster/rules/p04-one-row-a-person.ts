import { atPartner, placeOf } from "./issue.js";
import type { RosterRule } from "./rule.js";

/** P04: a person has one row. */
export const p04OneRowAPerson: RosterRule = {
  id: "P04",
  severity: "E",
  check({ rows }) {
    const first = new Map<string, number>();
    return rows.flatMap(({ localId }, row) => {
      const before = first.get(localId);
      if (localId === "") return [];
      if (before === undefined) {
        first.set(localId, row);
        return [];
      }
      return [
        atPartner(row, "localId", {
          code: "REPEATED_PARTNER",
          fr: "Cette personne a déjà une ligne plus haut. Gardez-en une, avec tous ses engagements.",
          en: "This person has a row above already. Keep one, with all the engagements.",
          relatedPaths: [placeOf(before, "localId")],
        }),
      ];
    });
  },
};
