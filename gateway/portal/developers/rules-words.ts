/** What is said of limits, changes and licences, in both languages; part of the room's catalogue. */
export const rulesWords = {
  fr: {
    limits: "Limites et nouvelles tentatives",
    limitsText: "Les limites protègent le service de tous. Une page de ce site en est loin.",
    limitsCaption: "Les limites de la porte publique",
    limit: "Limite",
    most: "Au plus",
    perAddress: "Points par adresse et par {seconds, plural, one {seconde} =60 {minute} other {# secondes}}",
    perAddressMost:
      "{points, number} ; une requête servie coûte 1 point, une requête refusée {refused, number}",
    perPrincipal: "Points par compte, derrière la porte authentifiée",
    cost: "Coût estimé d'une question, en champs de la réponse",
    depth: "Profondeur",
    fieldCount: "Champs",
    aliases: "Alias",
    characters: "Caractères du texte",
    bytes: "Octets de la requête",
    duration: "Secondes de réponse",
    costShown:
      "Avec l'en-tête « carrefour-cost: show », la réponse dit dans « extensions.cost » ce que la question coûte.",
    retry: "Si une requête échoue",
    retryTooMany:
      "429 : trop de requêtes. L'en-tête « Retry-After » dit combien de secondes attendre ; « RateLimit » et « RateLimit-Policy » disent où vous en êtes.",
    retryUnavailable:
      "503, ou pas de réponse : réessayez après « Retry-After » s'il est là, sinon après 1, 2, 4, 8 secondes, avec un peu de hasard. Lire se réessaie sans risque.",
    retryWrite:
      "Un envoi se réessaie avec la même clé (« idempotencyKey ») : il n'est jamais compté deux fois.",
    retryRefused:
      "400, 401, 403 : réessayer ne sert à rien. Le message dit en français et en anglais quoi changer, avec la place.",
    retryPart:
      "200 avec « errors » : une partie n'a pas pu être lue ; « path » dit laquelle, le reste est bon. Gardez le numéro « requestId » pour nous écrire.",
    deprecations: "Politique de fin d'usage",
    deprecationsText:
      "Un champ promis ne disparaît pas d'un coup. Il est d'abord marqué « @deprecated », avec ce qui le remplace, ici, dans le schéma et dans le journal, et reste au moins douze mois. Une vérification du dépôt refuse une version qui romprait la promesse.",
    deprecatedNow: "En fin d'usage aujourd'hui :",
    deprecatedNone: "Aucun champ n'est en fin d'usage aujourd'hui.",
    licence: "Licence",
    licenceComputed: "Ce que Carrefour calcule est sous licence :",
    licenceUnstated:
      "La licence de ce que Carrefour calcule n'est pas précisée ; demandez avant de réutiliser.",
    licencePrinted:
      "Un chiffre imprimé dans un document garde la licence de ce document ; chaque ligne de fichier dit la sienne.",
    licenceSources: "Les sources et leurs licences",
    cite: "Pour citer un chiffre, nommez l'indicateur, l'édition et la source ; chaque page d'indicateur donne la citation.",
  },
  en: {
    limits: "Limits and retries",
    limitsText: "The limits protect the service for all. A page of this site is far from them.",
    limitsCaption: "The limits of the public door",
    limit: "Limit",
    most: "At most",
    perAddress: "Points an address and {seconds, plural, one {second} =60 {minute} other {# seconds}}",
    perAddressMost: "{points, number}; an answered request costs 1 point, a refused one {refused, number}",
    perPrincipal: "Points an account, behind the authenticated door",
    cost: "Expected cost of a question, in fields of the answer",
    depth: "Depth",
    fieldCount: "Fields",
    aliases: "Aliases",
    characters: "Characters of the text",
    bytes: "Bytes of the request",
    duration: "Seconds of answering",
    costShown:
      "With the header “carrefour-cost: show”, the answer tells in “extensions.cost” what the question costs.",
    retry: "If a request fails",
    retryTooMany:
      "429: too many requests. The header “Retry-After” tells how many seconds to wait; “RateLimit” and “RateLimit-Policy” tell where you stand.",
    retryUnavailable:
      "503, or no answer: try again after “Retry-After” if it is there, else after 1, 2, 4, 8 seconds, with some randomness. Reading can be retried without risk.",
    retryWrite: "A push is retried with the same key (“idempotencyKey”): it is never counted twice.",
    retryRefused:
      "400, 401, 403: trying again is of no use. The message tells in French and in English what to change, with its place.",
    retryPart:
      "200 with “errors”: a part could not be read; “path” tells which, the rest is good. Keep the number “requestId” to write to us.",
    deprecations: "Deprecation policy",
    deprecationsText:
      "A promised field does not go away at once. It is first marked “@deprecated”, with what takes its place, here, in the schema and in the log, and stays at least twelve months. A check of the repository refuses a version that would break the promise.",
    deprecatedNow: "Deprecated today:",
    deprecatedNone: "No field is deprecated today.",
    licence: "Licence",
    licenceComputed: "What Carrefour computes is under the licence:",
    licenceUnstated: "The licence of what Carrefour computes is not stated; ask before you reuse it.",
    licencePrinted:
      "A figure printed in a document keeps that document's licence; each row of a file tells its own.",
    licenceSources: "The sources and their licences",
    cite: "To cite a figure, name the indicator, the vintage and the source; each indicator page gives the citation.",
  },
} as const;
