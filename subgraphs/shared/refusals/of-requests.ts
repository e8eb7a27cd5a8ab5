import type { Refusal } from "./refusal.js";

/** Refusals of a request before it is carried out: who asks, and whether it can be read, planned and paid for. */
export const refusalsOfRequests = {
  UNAUTHENTICATED: {
    family: "NOT_ALLOWED",
    fr: "Un jeton d'accès valide est requis pour cette porte.",
    en: "This door needs a valid access token.",
  },
  ISSUER_UNAVAILABLE: {
    family: "UNAVAILABLE",
    fr: "Votre identité ne peut pas être vérifiée en ce moment. Réessayez dans une minute.",
    en: "Your identity cannot be verified at this moment. Try again in a minute.",
  },
  NOT_ALLOWED: {
    family: "NOT_ALLOWED",
    fr: "Vos droits ne permettent pas cette opération{needed}.",
    en: "Your rights do not allow this operation{needed}.",
  },
  BAD_REQUEST: {
    family: "INVALID_INPUT",
    fr: "La requête n'a pas pu être lue ({reason}). Attendu : du JSON avec « query ».",
    en: "The request could not be read ({reason}). Expected: JSON with “query”.",
  },
  GRAPHQL_PARSE_FAILED: {
    family: "INVALID_INPUT",
    fr: "Le document GraphQL ne se lit pas, ligne {line}, colonne {column} : {reason}",
    en: "The GraphQL document cannot be read, line {line}, column {column}: {reason}",
  },
  NOT_EXECUTABLE: {
    family: "INVALID_INPUT",
    fr: "Le document ne contient pas que des opérations et des fragments.",
    en: "The document holds something else than operations and fragments.",
  },
  BATCH_REFUSED: {
    family: "INVALID_INPUT",
    fr: "Une requête HTTP porte une seule opération : les envois groupés sont refusés.",
    en: "One HTTP request carries one operation: batches are refused.",
  },
  ONLY_QUERIES_BY_GET: {
    family: "INVALID_INPUT",
    fr: "Seule une lecture (query) peut se demander par GET. Utilisez POST.",
    en: "Only a query can be asked by GET. Use POST.",
  },
  UNSUPPORTED_CONTENT: {
    family: "INVALID_INPUT",
    fr: "Ce contenu n'est pas accepté ({observed}). Attendu : application/json en UTF-8, sans compression.",
    en: "This content is not accepted ({observed}). Expected: application/json in UTF-8, not compressed.",
  },
  CROSS_SITE_REQUEST: {
    family: "INVALID_INPUT",
    fr: "Un navigateur pourrait envoyer cette requête depuis un autre site. Ajoutez l'en-tête « apollo-require-preflight: 1 », ou « content-type: application/json » en POST.",
    en: "A browser could send this request from another site. Add the header “apollo-require-preflight: 1”, or “content-type: application/json” with POST.",
  },
  PERSISTED_QUERY_NOT_FOUND: {
    family: "INVALID_INPUT",
    fr: "Ce document n'est pas connu ici. Envoyez-le une fois en entier, avec son empreinte.",
    en: "This document is not known here. Send it once in full, with its hash.",
  },
  PERSISTED_QUERY_HASH_MISMATCH: {
    family: "INVALID_INPUT",
    fr: "L'empreinte n'est pas celle du document. Attendu : SHA-256 de son texte, en hexadécimal.",
    en: "The hash is not the document's. Expected: SHA-256 of its text, in hexadecimal.",
  },
  OPERATION_NOT_IN_MANIFEST: {
    family: "NOT_ALLOWED",
    fr: "Cette porte n'exécute que les opérations du portail. Les fichiers ouverts sont sous /data.",
    en: "This door runs the portal's operations only. The open files are under /data.",
  },
  RESERVED_NAME: {
    family: "INVALID_INPUT",
    fr: "Le nom « {name} » est réservé : choisissez-en un autre.",
    en: "The name “{name}” is reserved: choose another one.",
  },
  UNKNOWN_DIRECTIVE: {
    family: "INVALID_INPUT",
    fr: "La directive « @{directive} » n'existe pas ici. Attendu : @include ou @skip.",
    en: "The directive “@{directive}” does not exist here. Expected: @include or @skip.",
  },
  FRAGMENT_CYCLE: {
    family: "INVALID_INPUT",
    fr: "Le fragment « {fragment} » se contient lui-même.",
    en: "The fragment “{fragment}” holds itself.",
  },
  QUERY_TOO_LONG: {
    family: "TOO_COSTLY",
    fr: "Le document a {observed} caractères ; au plus {most}.",
    en: "The document has {observed} characters; at most {most}.",
  },
  TOO_MANY_TOKENS: {
    family: "TOO_COSTLY",
    fr: "Le document a plus de {most} mots et signes. Donnez les longues valeurs en variables.",
    en: "The document has more than {most} words and signs. Give long values as variables.",
  },
  TOO_MANY_OPERATIONS: {
    family: "TOO_COSTLY",
    fr: "Le document a {observed} opérations ; au plus {most}.",
    en: "The document has {observed} operations; at most {most}.",
  },
  TOO_MANY_FRAGMENTS: {
    family: "TOO_COSTLY",
    fr: "Le document a {observed} fragments ; au plus {most}.",
    en: "The document has {observed} fragments; at most {most}.",
  },
  TOO_DEEP: {
    family: "TOO_COSTLY",
    fr: "Le document descend de {observed} niveaux ; au plus {most}.",
    en: "The document goes down {observed} levels; at most {most}.",
  },
  INTROSPECTION_TOO_DEEP: {
    family: "TOO_COSTLY",
    fr: "L'introspection passe par {observed} listes de types l'une dans l'autre ; au plus {most}.",
    en: "The introspection goes through {observed} lists of types, one in another; at most {most}.",
  },
  TOO_MANY_ALIASES: {
    family: "TOO_COSTLY",
    fr: "Le document a {observed} alias, fragments déployés ; au plus {most}.",
    en: "The document has {observed} aliases, fragments spread out; at most {most}.",
  },
  TOO_MANY_FIELDS: {
    family: "TOO_COSTLY",
    fr: "Le document a {observed} champs, fragments déployés ; au plus {most}.",
    en: "The document has {observed} fields, fragments spread out; at most {most}.",
  },
  TOO_MANY_REPEATS: {
    family: "TOO_COSTLY",
    fr: "Le document redemande {observed} champs déjà demandés au même endroit ; au plus {most}.",
    en: "The document asks {observed} fields again in the same place; at most {most}.",
  },
  TOO_MANY_DIRECTIVES: {
    family: "TOO_COSTLY",
    fr: "Le document a {observed} directives ; au plus {most}.",
    en: "The document has {observed} directives; at most {most}.",
  },
  VARIABLES_TOO_LARGE: {
    family: "TOO_COSTLY",
    fr: "Les variables sont trop grandes : au plus {most} {what}.",
    en: "The variables are too large: at most {most} {what}.",
  },
  COST_TOO_HIGH: {
    family: "TOO_COSTLY",
    fr: "Le coût estimé de l'opération est {estimate} ; au plus {budget}. Demandez moins de listes l'une dans l'autre, ou des pages plus courtes.",
    en: "The estimated cost of the operation is {estimate}; at most {budget}. Ask fewer lists within lists, or shorter pages.",
  },
  TOO_MANY_REQUESTS: {
    family: "TOO_COSTLY",
    fr: "Trop de requêtes en peu de temps. Réessayez dans {seconds} s.",
    en: "Too many requests in a short time. Try again in {seconds} s.",
  },
  TOO_MANY_DOWNLOADS: {
    family: "TOO_COSTLY",
    fr: "Au plus {most} téléchargements à la fois. Attendez la fin de l'un d'eux, puis réessayez.",
    en: "At most {most} downloads at a time. Wait for the end of one of them, then try again.",
  },
  OPERATION_TIMED_OUT: {
    family: "UNAVAILABLE",
    fr: "L'opération a duré plus de {seconds} s ; ce qui manquait n'a plus été demandé.",
    en: "The operation took more than {seconds} s; what was missing was not asked any more.",
  },
} as const satisfies Record<string, Refusal>;
