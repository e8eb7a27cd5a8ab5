import { atInput } from "./issue.js";
import type { RosterRule } from "./rule.js";

/** P01: an establishment pushes its own roster. */
export const p01OwnEstablishment: RosterRule = {
  id: "P01",
  severity: "E",
  check: (_roster, { establishment, callerEstablishment }) =>
    establishment === callerEstablishment
      ? []
      : [
          atInput("establishment", {
            code: "NOT_YOUR_ESTABLISHMENT",
            fr: "Votre accès ne permet pas d'envoyer le registre de cet établissement.",
            en: "Your access does not allow sending the roster of this establishment.",
            expected: callerEstablishment,
          }),
        ],
};
