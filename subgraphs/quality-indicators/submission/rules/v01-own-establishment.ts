import { atInput, type Finding } from "./issue.js";
import type { PushContext, Rule } from "./rule.js";

/** V01: the establishment exists, is expected by the campaign, and is the one that the sender speaks for. */
export const v01OwnEstablishment: Rule = {
  id: "V01",
  severity: "E",
  check: (_answers, _form, context) =>
    outOfScope(context) ?? notExpected(context) ?? officeUnclear(context) ?? [],
};

function outOfScope({ establishment, callerEstablishment }: PushContext): Finding[] | null {
  if (establishment === callerEstablishment) return null;
  return [
    atInput("establishment", {
      code: "NOT_YOUR_ESTABLISHMENT",
      fr: `Votre accès ne permet pas d'envoyer pour « ${establishment} ».`,
      en: `Your access does not allow sending for “${establishment}”.`,
      observed: establishment,
      expected: callerEstablishment,
    }),
  ];
}

function notExpected({ establishment, expectedOffices }: PushContext): Finding[] | null {
  if (expectedOffices.length > 0) return null;
  return [
    atInput("establishment", {
      code: "NOT_EXPECTED",
      fr: `Cette campagne n'attend rien de « ${establishment} ».`,
      en: `This campaign expects nothing from “${establishment}”.`,
      observed: establishment,
    }),
  ];
}

function officeUnclear({ office, expectedOffices }: PushContext): Finding[] | null {
  if (office === null ? expectedOffices.length === 1 : expectedOffices.includes(office)) return null;
  return [
    atInput("office", {
      code: office === null ? "OFFICE_NEEDED" : "UNKNOWN_OFFICE",
      fr:
        office === null
          ? "Votre établissement a plusieurs bureaux : indiquez lequel répond."
          : `« ${office} » n'est pas un bureau attendu de votre établissement.`,
      en:
        office === null
          ? "Your establishment has several offices: say which one answers."
          : `“${office}” is not an expected office of your establishment.`,
      observed: office,
      expected: expectedOffices.join(", "),
    }),
  ];
}
