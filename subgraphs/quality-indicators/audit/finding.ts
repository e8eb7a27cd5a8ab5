interface Words {
  readonly fr: string;
  readonly en: string;
}

/** Everything that a verification can find wrong: one readable table; `{name}` is replaced by the given value. */
export const auditFindings = {
  ENTRY_CHANGED: {
    fr: "L'entrée ne correspond plus à son empreinte : elle a été modifiée.",
    en: "The entry no longer matches its hash: it was changed.",
  },
  ENTRY_MISSING: {
    fr: "Entrées manquantes, de {from} à {to}.",
    en: "Entries missing, from {from} to {to}.",
  },
  LINK_BROKEN: {
    fr: "La tête de l'entrée ne suit pas celle d'avant : la chaîne a été réordonnée ou forgée.",
    en: "The head of the entry does not follow the one before: the chain was reordered or forged.",
  },
  TAIL_MISSING: {
    fr: "La chaîne devrait compter {expected} entrées, elle finit à {found} : sa fin a été retirée.",
    en: "The chain should have {expected} entries, it ends at {found}: its tail was taken off.",
  },
  END_DIFFERS: {
    fr: "La fin inscrite de la chaîne n'est pas celle de sa dernière entrée.",
    en: "The recorded end of the chain is not that of its last entry.",
  },
  RECEIPT_UNKNOWN: {
    fr: "Le reçu {receipt} désigne une entrée qui n'existe pas.",
    en: "Receipt {receipt} points to an entry that does not exist.",
  },
  RECEIPT_DIFFERS: {
    fr: "Le reçu {receipt} ne correspond pas à l'entrée gardée : l'histoire a été réécrite.",
    en: "Receipt {receipt} does not match the entry kept: history was rewritten.",
  },
  RECEIPT_UNREADABLE: {
    fr: "« {receipt} » n'est pas un reçu.",
    en: "“{receipt}” is not a receipt.",
  },
  KEY_RECEIPT_UNKNOWN: {
    fr: "Le reçu {receipt}, gardé sous la clé d'envoi « {key} », n'est pas dans la chaîne.",
    en: "Receipt {receipt}, kept under idempotency key “{key}”, is not in the chain.",
  },
  SEALED_HEAD_UNKNOWN: {
    fr: "La tête scellée le {day} n'est pas dans la chaîne : l'histoire a été réécrite ou tronquée.",
    en: "The head sealed on {day} is not in the chain: history was rewritten or cut off.",
  },
  SEAL_DIFFERS: {
    fr: "Le sceau du {day} n'est pas celui que garde la base.",
    en: "The seal of {day} is not the one that the database keeps.",
  },
  SEAL_MISSING: {
    fr: "La base ne garde aucun sceau du {day}.",
    en: "The database keeps no seal of {day}.",
  },
  SEAL_UNSIGNED: {
    fr: "La signature du sceau du {day} n'est pas celle du carrefour sur ces têtes. Si la clé a changé depuis, donnez celle d'avant : --key.",
    en: "The signature of the seal of {day} is not the hub's on these heads. If the key has changed since, give the former one: --key.",
  },
  REVISION_CHANGED: {
    fr: "La révision {revision} de l'envoi {submission} ne correspond plus à son empreinte : elle a été modifiée.",
    en: "Revision {revision} of submission {submission} no longer matches its hash: it was changed.",
  },
  REVISION_UNRECORDED: {
    fr: "La révision {revision} de l'envoi {submission} n'a pas exactement une entrée de sa création ({found}).",
    en: "Revision {revision} of submission {submission} has not exactly one entry of its creation ({found}).",
  },
  REVISION_DIFFERS: {
    fr: "La révision {revision} de l'envoi {submission} n'est pas celle que dit l'entrée de sa création.",
    en: "Revision {revision} of submission {submission} is not the one that the entry of its creation tells of.",
  },
  REVISION_MISSING: {
    fr: "L'entrée dit une révision {revision} de l'envoi {submission}, qui n'existe pas.",
    en: "The entry tells of revision {revision} of submission {submission}, which does not exist.",
  },
  STATE_DIFFERS: {
    fr: "L'envoi {submission} : {field} vaut {found} ; d'après le journal, {expected}.",
    en: "Submission {submission}: {field} is {found}; by the audit, {expected}.",
  },
  VINTAGE_MISSING: {
    fr: "L'entrée dit une édition {vintage}, qui n'existe pas.",
    en: "The entry tells of vintage {vintage}, which does not exist.",
  },
  PUBLICATION_DIFFERS: {
    fr: "L'édition {vintage} et le journal ne disent pas la même révision publiée de l'envoi {submission}.",
    en: "Vintage {vintage} and the audit do not tell the same published revision of submission {submission}.",
  },
  COMMENT_CHANGED: {
    fr: "Le commentaire {comment} sur un chiffre n'est pas celui que dit son entrée : il a été modifié.",
    en: "Comment {comment} on a figure is not the one that its entry tells of: it was changed.",
  },
  COMMENT_OUTCOME_CHANGED: {
    fr: "La réponse au commentaire {comment}, ou son retrait, n'est pas ce que dit son entrée : elle a été modifiée.",
    en: "The answer to comment {comment}, or its withdrawal, is not what its entry tells of: it was changed.",
  },
  COMMENT_UNRECORDED: {
    fr: "Le commentaire {comment} n'a pas exactement une entrée de ce qu'il est devenu ({expected} : {found}).",
    en: "Comment {comment} has not exactly one entry of what it came to ({expected}: {found}).",
  },
  COMMENT_MISSING: {
    fr: "L'entrée dit un commentaire {comment}, ou ce qu'il est devenu, qui n'existe pas.",
    en: "The entry tells of comment {comment}, or of what it came to, which does not exist.",
  },
  REMINDER_CHANGED: {
    fr: "Le rappel {reminder} au bureau {office} n'est celui d'aucune entrée : il a été modifié ou ajouté.",
    en: "Reminder {reminder} to office {office} is that of no entry: it was changed or added.",
  },
  REMINDER_MISSING: {
    fr: "L'entrée dit un rappel pour la campagne {campaign}, qui n'existe pas.",
    en: "The entry tells of a reminder for campaign {campaign}, which does not exist.",
  },
} as const satisfies Record<string, Words>;
export type AuditFindingCode = keyof typeof auditFindings;

/** One thing that is wrong, with its place and both languages. */
export interface AuditFinding {
  readonly code: AuditFindingCode;
  readonly chain: string | null;
  readonly sequence: number | null;
  readonly messages: Words;
}

/** Told each thing that is wrong, as soon as it is found. */
export type FindingReport = (finding: AuditFinding) => void;

const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** Words a finding. */
export const findingOf = (
  code: AuditFindingCode,
  place: { readonly chain: string | null; readonly sequence: number | null },
  values: Readonly<Record<string, string | number>> = {},
): AuditFinding => ({
  code,
  chain: place.chain,
  sequence: place.sequence,
  messages: { fr: fill(auditFindings[code].fr, values), en: fill(auditFindings[code].en, values) },
});
