import { engagementColumns, everyCode, partnerColumns } from "../roster-codes.js";
import type { SentPartner } from "../roster-row.js";
import { identifiersIn, identifierWords } from "./direct-identifiers.js";
import { atPartner, atWithdrawal, type Finding } from "./issue.js";
import { isOpaque, opaqueForms } from "./opaque-id.js";
import type { RosterRule } from "./rule.js";

/**
 * P02: no direct identifier enters the hub. What is found is told by its place and its kind, and never repeated.
 */
export const p02DirectIdentifiers: RosterRule = {
  id: "P02",
  severity: "E",
  check: ({ rows, withdrawn }) => [
    ...rows.flatMap((partner, row) => [
      ...ofLocalId(partner.localId, (words) => atPartner(row, "localId", words)),
      ...ofCodes(partner, row),
    ]),
    ...withdrawn.flatMap((localId, index) => ofLocalId(localId, (words) => atWithdrawal(index, words))),
  ],
};

type At = (words: Parameters<typeof atWithdrawal>[1]) => Finding;

function ofLocalId(localId: string, at: At): Finding[] {
  const found = localId === "" ? [] : identifiersIn(localId);
  if (found.length > 0) return found.map((code) => at({ ...wordsOf(code), expected: opaqueForms }));
  if (localId === "" || isOpaque(localId)) return [];
  return [
    at({
      code: "NOT_OPAQUE",
      fr: "Cet identifiant local ressemble à un nom, ou n'est pas fait de lettres sans accent, de chiffres et de - . _ : / # seulement. Donnez un numéro qui ne dit rien de la personne, et gardez la correspondance chez vous.",
      en: "This local id looks like a name, or is not made of unaccented letters, digits and - . _ : / # only. Give a number that says nothing of the person, and keep the correspondence to yourselves.",
      expected: opaqueForms,
    }),
  ];
}

function ofCodes(partner: SentPartner, row: number): Finding[] {
  const found = partnerColumns.flatMap(({ name }) =>
    identifiersOf(partner[name]).map((code) => atPartner(row, name, wordsOf(code))),
  );
  const engagements = (partner.engagements ?? []).flatMap((engagement, place) =>
    engagementColumns.flatMap(({ name }) =>
      identifiersOf(engagement[name]).map((code) => atPartner(row, name, wordsOf(code), place)),
    ),
  );
  return [...found, ...engagements];
}

// A known code is no identifier; nearly every text of a roster is one.
const identifiersOf = (given: string | readonly string[] | null | undefined) => [
  ...new Set(
    (typeof given === "string" ? [given] : (given ?? []))
      .filter((text) => !everyCode.has(text))
      .flatMap(identifiersIn),
  ),
];

const wordsOf = (code: keyof typeof identifierWords) => ({
  code,
  fr: `Il y a ici ${identifierWords[code].fr} : le carrefour ne reçoit rien qui identifie une personne. Retirez-le de votre fichier.`,
  en: `There is ${identifierWords[code].en} here: the hub receives nothing that identifies a person. Take it out of your file.`,
});
