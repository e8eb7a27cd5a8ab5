import { atPartner, atWithdrawal, type Finding } from "./issue.js";
import type { RosterContext, RosterRule, SentRoster } from "./rule.js";

/** P05: who is withdrawn is on the roster until now, is not sent again with it, and never comes back by mistake. */
export const p05Withdrawals: RosterRule = {
  id: "P05",
  severity: "E",
  check: (roster, context) => [...ofRows(roster, context), ...ofWithdrawn(roster, context)],
};

function ofRows({ rows, withdrawn }: SentRoster, { withdrawnBefore }: RosterContext): Finding[] {
  const places = new Map(withdrawn.map((localId, index) => [localId, index]));
  return rows.flatMap(({ localId }, row) => {
    const index = places.get(localId);
    if (index !== undefined)
      return [
        atPartner(row, "localId", {
          code: "ALSO_WITHDRAWN",
          fr: "Cette personne est à la fois sur le registre et parmi les retraits. Retirez sa ligne si elle s'est retirée.",
          en: "This person is both on the roster and among the withdrawals. Take the row out if the person has withdrawn.",
          relatedPaths: [`withdrawn[${index}]`],
        }),
      ];
    if (!withdrawnBefore.has(localId)) return [];
    return [
      atPartner(row, "localId", {
        code: "WITHDRAWN_BEFORE",
        fr: "La personne qui avait cet identifiant s'est retirée : rien ne peut plus être envoyé sous lui. Retirez cette ligne ; si c'est une autre personne, ou si elle revient de son plein gré, donnez-lui un nouvel identifiant.",
        en: "The person who had this local id has withdrawn: nothing can be sent under it any more. Take this row out; if it is another person, or one who comes back of their own will, give a new local id.",
      }),
    ];
  });
}

function ofWithdrawn({ withdrawn }: SentRoster, { current, withdrawnBefore }: RosterContext): Finding[] {
  const first = new Map<string, number>();
  return withdrawn.flatMap((localId, index) => {
    const before = first.get(localId);
    if (before !== undefined)
      return [
        atWithdrawal(index, {
          code: "REPEATED_PARTNER",
          fr: "Ce retrait est déjà demandé plus haut.",
          en: "This withdrawal is asked for above already.",
          relatedPaths: [`withdrawn[${before}]`],
        }),
      ];
    first.set(localId, index);
    if (current.has(localId) || withdrawnBefore.has(localId)) return [];
    return [
      atWithdrawal(index, {
        code: "UNKNOWN_PARTNER",
        fr: "Personne n'a cet identifiant sur votre registre : vérifiez-le, sans quoi la personne qui se retire y resterait.",
        en: "Nobody has this local id on your roster: check it, or the person who withdraws would stay on it.",
      }),
    ];
  });
}
