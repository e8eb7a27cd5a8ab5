import { atInput } from "./issue.js";
import { leaving } from "./leaving.js";
import type { RosterRule } from "./rule.js";

const fewest = 5;
const share = 0.25;

/** P10: when a quarter of a roster is missing from a push, a part of it may have been sent for the whole. */
export const p10ManyLeave: RosterRule = {
  id: "P10",
  severity: "W",
  check(roster, context) {
    const left = leaving(roster, context).length;
    const before = [...context.current.values()].filter(({ status }) => status !== "LEFT").length;
    if (roster.rows.length === 0 || left < fewest || left < before * share) return [];
    return [
      atInput("rows", {
        code: "MANY_LEAVE",
        fr: `${left} partenaires sur ${before} ne sont pas dans cet envoi et passent à l'état LEFT. Un envoi porte tout le registre : si ce n'en était qu'une partie, renvoyez-le en entier.`,
        en: `${left} partners of ${before} are not in this push and become LEFT. A push carries the whole roster: if this was only a part, push all of it again.`,
        observed: left,
        expected: `< ${Math.max(fewest, Math.ceil(before * share))}`,
      }),
    ];
  },
};
