/** What is said of privacy, in both languages; part of the room's catalogue. */
export const privacyWords = {
  fr: {
    privacy: "La vie privée",
    privacyLead:
      "Les chiffres publics parlent de bureaux, d'établissements et de groupes ; aucun ne parle d'une personne. Le nom, le courriel et les textes libres de ceux qui répondent ne sont jamais publics, et les partenaires n'ont ici ni nom ni adresse.",
    hidden: "Pourquoi certains chiffres sont masqués",
    hiddenText:
      "Un petit nombre peut désigner quelqu'un. S'il n'y a qu'un bureau dans une région, la moyenne de la région, c'est lui. Carrefour masque donc :",
    hiddenCounts:
      "un nombre de 1 à {most, number} personnes, et les chiffres d'où l'on pourrait le calculer ;",
    hiddenSensitive:
      "pour un sujet délicat, un nombre de moins de {sensitive, number} personnes, zéro compris ;",
    hiddenGroups: "ce que disent ensemble moins de {smallest, number} bureaux ;",
    hiddenOthers:
      "parfois un chiffre qui n'a rien de délicat, parce qu'avec lui on retrouverait, par soustraction, un chiffre masqué.",
    hiddenSaid:
      "Un chiffre masqué le dit : « Masquée pour protéger les personnes ». Il n'est jamais remplacé par un zéro ni laissé en blanc. Avant chaque publication, un calcul vérifie ce qu'un lecteur attentif pourrait déduire de tout ce qui est public ; si l'on peut déduire trop, rien n'est publié.",
    hiddenPrinted: "Un chiffre déjà imprimé dans un document public est montré tel qu'imprimé, même petit.",
    levels: "Ce qui peut être public, et à quel niveau",
    levelsText:
      "Les réponses de 2024 ont été données pour un usage « sommatif » : on n'en publie que le total pour tout le Québec. À partir de 2025-2026, l'avis que l'établissement accepte dit ce qui sera public et à quel niveau ; ce qu'aucun avis n'autorise n'est pas publié.",
    levelsCaption:
      "Indicateurs qui ont une définition à chaque niveau ; l'avis de la campagne peut en montrer moins",
    level: "Niveau",
    indicators: "Indicateurs",
    indicatorsCount: "{count, plural, =0 {aucun} one {# indicateur} other {# indicateurs}}",
    releases: "Les fiches pour la recherche",
    releasesText:
      "Les personnes en recherche, avec une entente, lisent des fiches de partenaires anonymisées : aucun identifiant, un numéro tiré au hasard, des classes larges. Chaque fiche y ressemble à celles d'au moins {others, number} autres personnes. Chaque lecture est notée. Un partenaire qui se retire est effacé.",
  },
  en: {
    privacy: "Privacy",
    privacyLead:
      "Public figures speak of offices, establishments and groups; none speaks of a person. The name, e-mail and free text of those who answer are never public, and partners have neither name nor address here.",
    hidden: "Why some figures are hidden",
    hiddenText:
      "A small number can single somebody out. If a region has one office only, the average of the region is that office. Carrefour therefore hides:",
    hiddenCounts: "a count of 1 to {most, number} people, and the figures that it could be computed from;",
    hiddenSensitive:
      "for a sensitive subject, a count of fewer than {sensitive, number} people, zero included;",
    hiddenGroups: "what fewer than {smallest, number} offices say together;",
    hiddenOthers:
      "sometimes a figure that is in no way sensitive, because with it a hidden one could be found by subtraction.",
    hiddenSaid:
      "A hidden figure says so: “Hidden to protect people”. It is never replaced by a zero nor left blank. Before each publication a computation checks what an attentive reader could deduce from all that is public; if too much can be deduced, nothing is published.",
    hiddenPrinted: "A figure already printed in a public document is shown as printed, even a small one.",
    levels: "What may be public, and at which level",
    levelsText:
      "The answers of 2024 were given for “summative” use: only the total for all of Québec is published. From 2025-2026 on, the notice that the establishment accepts tells what will be public and at which level; what no notice allows is not published.",
    levelsCaption: "Indicators defined at each level; the notice of the campaign may show fewer",
    level: "Level",
    indicators: "Indicators",
    indicatorsCount: "{count, plural, =0 {none} one {# indicator} other {# indicators}}",
    releases: "Records for research",
    releasesText:
      "Researchers with an agreement read anonymised records of partners: no identifier, a number drawn at random, wide classes. Each record there looks like those of at least {others, number} other people. Each reading is noted. A partner who withdraws is erased.",
  },
} as const;
