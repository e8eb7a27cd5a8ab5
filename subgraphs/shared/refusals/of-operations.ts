import type { Refusal } from "./refusal.js";

/** Refusals of an operation that is being carried out: our own failures, and what the rules of the data do not allow. */
export const refusalsOfOperations = {
  INTERNAL: {
    family: "INTERNAL",
    fr: "Une erreur est survenue de notre côté. Donnez le numéro de requête à l'équipe du carrefour.",
    en: "Something went wrong on our side. Give the request number to the hub's team.",
  },
  ALREADY_THERE: {
    family: "CONFLICT",
    fr: "Cela existe déjà, ou vient d'être écrit par quelqu'un d'autre. Rien n'a été écrit ; relisez, puis recommencez.",
    en: "It exists already, or somebody else has just written it. Nothing was written; read again, then start over.",
  },
  NO_SUCH_REFERENCE: {
    family: "CONFLICT",
    fr: "Ce qui est envoyé renvoie à quelque chose qui n'existe pas ou plus. Rien n'a été écrit ; relisez, puis recommencez.",
    en: "What is sent refers to something that does not exist, or no longer. Nothing was written; read again, then start over.",
  },
  AGAINST_A_RULE: {
    family: "INVALID_INPUT",
    fr: "Une valeur envoyée va contre une règle des données. Rien n'a été écrit. Si vous ne voyez pas laquelle, donnez le numéro de requête à l'équipe du carrefour.",
    en: "A value sent goes against a rule of the data. Nothing was written. If you do not see which one, give the request number to the hub's team.",
  },
  DISTURBED: {
    family: "CONFLICT",
    fr: "Une autre opération touchait aux mêmes données au même moment. Rien n'a été écrit ; réessayez.",
    en: "Another operation touched the same rows at the same moment. Nothing was written; try again.",
  },
  TOOK_TOO_LONG: {
    family: "TOO_COSTLY",
    fr: "L'opération a demandé plus de temps que permis. Rien n'a été écrit ; demandez moins à la fois.",
    en: "The operation took more time than it may. Nothing was written; ask less at once.",
  },
  DATABASE_UNAVAILABLE: {
    family: "UNAVAILABLE",
    fr: "Le carrefour n'a pas pu joindre ses données. Réessayez dans un instant ; un envoi se refait avec la même clé.",
    en: "The hub could not reach its data. Try again in a moment; a push is sent again with the same key.",
  },
  SUBGRAPH_UNAVAILABLE: {
    family: "UNAVAILABLE",
    fr: "Une partie du carrefour ne répond pas ; le reste de la réponse est complet.",
    en: "One part of the hub does not answer; the rest of the response is complete.",
  },
  SUBGRAPH_BUSY: {
    family: "UNAVAILABLE",
    fr: "Une partie du carrefour a trop à faire en ce moment ; le reste de la réponse est complet. Réessayez dans un instant.",
    en: "One part of the hub has too much to do at this moment; the rest of the response is complete. Try again in a moment.",
  },
  PEER_UNAVAILABLE: {
    family: "UNAVAILABLE",
    fr: "La partie « {subgraph} » du carrefour, dont cette opération a besoin, ne répond pas. Rien n'a été écrit ; réessayez plus tard.",
    en: "The part “{subgraph}” of the hub, which this operation needs, does not answer. Nothing was written; try again later.",
  },
  UNKNOWN_CODE: {
    family: "INVALID_INPUT",
    fr: "« {code} » n'est pas le code {what}.",
    en: "“{code}” is not the code {what}.",
  },
  INVALID_ARGUMENT: {
    family: "INVALID_INPUT",
    fr: "L'argument {argument} vaut {observed} ; attendu : {expected}.",
    en: "The argument {argument} is {observed}; expected: {expected}.",
  },
  PERSONAL_DATA: {
    family: "INVALID_INPUT",
    fr: "Le texte « {argument} » contient {found}. Ce texte sera public : retirez-le.",
    en: "The text “{argument}” holds {found}. This text will be public: take it out.",
  },
  INVALID_CURSOR: {
    family: "INVALID_INPUT",
    fr: "Ce curseur n'appartient pas à cette liste. Recommencez à la première page.",
    en: "This cursor does not belong to this list. Start again at the first page.",
  },
  CAMPAIGN_NOT_OPEN: {
    family: "CONFLICT",
    fr: "La campagne {campaign} n'accepte pas de données en ce moment (ouverte du {opens} au {closes}).",
    en: "Campaign {campaign} does not accept figures now (open from {opens} to {closes}).",
  },
  IDEMPOTENCY_KEY_REUSED: {
    family: "CONFLICT",
    fr: "La clé d'envoi « {key} » a déjà servi pour d'autres données. Prenez une nouvelle clé.",
    en: "The idempotency key “{key}” was already used for other figures. Take a new key.",
  },
  SUBMISSION_NOT_FOUND: {
    family: "NOT_FOUND",
    fr: "Cet envoi n'existe pas ou ne vous appartient pas.",
    en: "This submission does not exist or is not yours.",
  },
  WRONG_STATE: {
    family: "CONFLICT",
    fr: "L'envoi est à l'état {state} ; attendu : {expected}.",
    en: "The submission is {state}; expected: {expected}.",
  },
  STALE_REVISION: {
    family: "CONFLICT",
    fr: "La révision {given} n'est plus la courante ({current}). Relisez l'envoi.",
    en: "Revision {given} is no longer the current one ({current}). Read the submission again.",
  },
  SAME_PERSON: {
    family: "NOT_ALLOWED",
    fr: "La même personne ne peut pas faire les deux gestes : {rule}.",
    en: "The same person cannot do both: {rule}.",
  },
  NOTHING_TO_PUBLISH: {
    family: "CONFLICT",
    fr: "Aucun envoi approuvé à publier pour la campagne {campaign}.",
    en: "No approved submission to publish for campaign {campaign}.",
  },
  NOT_LOCKED: {
    family: "CONFLICT",
    fr: "La campagne {campaign} n'est pas verrouillée avant le {lock} (heure de Toronto) : une exception ne s'accorde qu'ensuite.",
    en: "Campaign {campaign} is not locked before {lock} (Toronto time): an exception is granted only after that.",
  },
  EMBARGOED: {
    family: "CONFLICT",
    fr: "La campagne {campaign} est sous embargo jusqu'au {until} (heure de Toronto) : rien n'en est publié avant.",
    en: "Campaign {campaign} is under embargo until {until} (Toronto time): nothing of it is published before.",
  },
  WITHDRAWAL_NEEDS_PRIVACY: {
    family: "NOT_ALLOWED",
    fr: "Le retrait de l'édition {vintage} est demandé ; il prend effet quand une personne responsable de la vie privée (steward:privacy) le demande à son tour.",
    en: "The withdrawal of vintage {vintage} is asked; it takes effect when a person who answers for privacy (steward:privacy) asks it in turn.",
  },
  PUBLICATION_NOT_SAFE: {
    family: "CONFLICT",
    fr: "Campagne {campaign} : rien n'est publié, car la publication laisserait calculer des valeurs protégées : {figures}. Voir « unsafe » dans previewPublication.",
    en: "Campaign {campaign}: nothing is published, for protected values could be computed from the publication: {figures}. See “unsafe” in previewPublication.",
  },
  PUBLICATION_OVERTAKEN: {
    family: "CONFLICT",
    fr: "Campagne {campaign} : ses réponses ou ses indicateurs ont changé pendant le calcul de la publication. Recommencez.",
    en: "Campaign {campaign}: its answers or its indicators changed while the publication was computed. Try again.",
  },
  SAME_AS_WITHDRAWN: {
    family: "CONFLICT",
    fr: "Campagne {campaign} : la publication redirait mot pour mot l'édition retirée. Corrigez ou retirez l'envoi en cause, ou redéfinissez l'indicateur, puis publiez.",
    en: "Campaign {campaign}: the publication would say word for word what was withdrawn. Correct or withdraw the submission at fault, or define the indicator anew, then publish.",
  },
  ALREADY_WITHDRAWN: {
    family: "CONFLICT",
    fr: "L'édition {vintage} est déjà retirée, depuis le {since} (heure de Toronto).",
    en: "Vintage {vintage} is already withdrawn, since {since} (Toronto time).",
  },
  RESOURCE_NOT_FOUND: {
    family: "NOT_FOUND",
    fr: "La ressource « {code} » n'est pas dans le répertoire, ou ne vous est pas ouverte.",
    en: "The resource “{code}” is not in the repertoire, or is not open to you.",
  },
  RESOURCE_WRONG_STATE: {
    family: "CONFLICT",
    fr: "La ressource « {code} » est à l'état {state} ; attendu : {expected}.",
    en: "The resource “{code}” is {state}; expected: {expected}.",
  },
  OWN_RESOURCE: {
    family: "CONFLICT",
    fr: "La ressource « {code} » vient de votre établissement : sa réutilisation se compte chez les autres.",
    en: "The resource “{code}” comes from your establishment: its reuse is counted elsewhere.",
  },
  ALREADY_REUSED: {
    family: "CONFLICT",
    fr: "Votre établissement a déjà dit qu'il réutilise « {code} ».",
    en: "Your establishment already said that it reuses “{code}”.",
  },
  NOT_REUSED: {
    family: "CONFLICT",
    fr: "Votre établissement n'a pas dit qu'il réutilise « {code} ».",
    en: "Your establishment did not say that it reuses “{code}”.",
  },
  FIGURE_NOT_PUBLISHED: {
    family: "NOT_FOUND",
    fr: "Aucun chiffre publié de l'indicateur {indicator}, campagne {campaign}, ne répond à : {what} « {value} ».",
    en: "No published figure of indicator {indicator}, campaign {campaign}, answers to: {what} “{value}”.",
  },
  COMMENT_NOT_FOUND: {
    family: "NOT_FOUND",
    fr: "Ce commentaire n'existe pas ou ne vous appartient pas.",
    en: "This comment does not exist or is not yours.",
  },
  COMMENT_WRONG_STATE: {
    family: "CONFLICT",
    fr: "Le commentaire est à l'état {state} ; attendu : {expected}.",
    en: "The comment is {state}; expected: {expected}.",
  },
  NO_AUDIT_HEADS: {
    family: "NOT_FOUND",
    fr: "Aucune tête du journal n'est scellée pour ce jour. Un jour est scellé peu après minuit, heure de Toronto.",
    en: "No head of the audit is sealed for this day. A day is sealed shortly after midnight, Toronto time.",
  },
  RELEASE_NOT_FOUND: {
    family: "NOT_FOUND",
    fr: "Cette diffusion n'existe pas ou votre entente ne la couvre pas.",
    en: "This release does not exist, or your agreement does not cover it.",
  },
  UNKNOWN_VARIABLE: {
    family: "INVALID_INPUT",
    fr: "La diffusion {release} n'a pas de variable « {variable} ». Attendu : {expected}.",
    en: "Release {release} has no variable “{variable}”. Expected: {expected}.",
  },
  VARIABLE_NOT_COVERED: {
    family: "NOT_ALLOWED",
    fr: "Votre entente ne couvre pas la variable « {variable} » de la diffusion {release}. Attendu : {expected}.",
    en: "Your agreement does not cover the variable “{variable}” of release {release}. Expected: {expected}.",
  },
  TOO_MANY_GROUPS: {
    family: "TOO_COSTLY",
    fr: "Ces variables ont plus de {most} combinaisons. Demandez-en moins, ajoutez un filtre, ou lisez les fiches.",
    en: "These variables have more than {most} combinations. Ask for fewer, add a filter, or read the records.",
  },
  FILE_NOT_FOUND: {
    family: "NOT_FOUND",
    fr: "Ce fichier n'existe pas.",
    en: "This file does not exist.",
  },
  NO_AGREEMENT: {
    family: "NOT_ALLOWED",
    fr: "Une entente d'accès en vigueur est requise pour lire une diffusion.",
    en: "Reading a release needs an access agreement in force.",
  },
  RELEASE_IMPOSSIBLE: {
    family: "CONFLICT",
    fr: "Aucune généralisation ne protège assez ces fiches : il faut au moins {k} personnes semblables par classe en gardant {keep} % des fiches. Rien n'a été écrit.",
    en: "No generalisation protects these records enough: at least {k} persons alike in each class, while keeping {keep}% of the records. Nothing was written.",
  },
  RELEASE_OVERLAPS: {
    family: "CONFLICT",
    fr: "Lue avec la diffusion {release}, celle-ci isolerait des groupes de moins de {k} personnes, ou trop semblables entre elles ; en les retirant, il resterait {left} fiches sur {records}, et il en faut {keep} %. Rien n'a été écrit. Demandez moins de variables, écartez les diffusions construites que personne n'a approuvées (discardRelease), ou attendez que plus de personnes aient changé.",
    en: "Read with release {release}, this one would single out groups of fewer than {k} persons, or of persons too alike; without them, {left} of {records} records would be left, and {keep}% are needed. Nothing was written. Ask for fewer variables, discard the releases that were built and that nobody approved (discardRelease), or wait until more persons have changed.",
  },
  RELEASE_UNCOMPARABLE: {
    family: "CONFLICT",
    fr: "La diffusion {release} ne dit pas quelles personnes elle contient : aucune autre ne peut lui être comparée. Rien n'a été écrit.",
    en: "Release {release} does not tell which persons it holds: no other can be compared with it. Nothing was written.",
  },
  RELEASE_UNKNOWN_VALUE: {
    family: "CONFLICT",
    fr: "Une banque contient pour la variable « {variable} » la valeur « {value} », qu'aucune hiérarchie ne connaît. Rien n'a été écrit.",
    en: "A roster holds for variable “{variable}” the value “{value}”, which no hierarchy knows. Nothing was written.",
  },
  ROSTERS_CHANGED: {
    family: "CONFLICT",
    fr: "Une banque a changé pendant la construction de la diffusion. Rien n'a été écrit ; recommencez.",
    en: "A roster changed while the release was being built. Nothing was written; start again.",
  },
  RELEASE_HOLDS_WITHDRAWN: {
    family: "CONFLICT",
    fr: "La diffusion {code} contient des personnes ({count}) qui se sont retirées depuis sa construction. Elle ne peut plus être approuvée : écartez-la (discardRelease), puis construisez-en une nouvelle.",
    en: "Release {code} holds persons ({count}) who withdrew since it was built. It can no longer be approved: discard it (discardRelease), then build a new one.",
  },
  RELEASE_ALREADY_APPROVED: {
    family: "CONFLICT",
    fr: "La diffusion {code} est déjà approuvée.",
    en: "Release {code} is already approved.",
  },
} as const satisfies Record<string, Refusal>;
