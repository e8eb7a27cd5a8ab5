import { catalogue } from "../words/catalogue.js";

/** The accessibility statement. */
export const accessibilityWords = catalogue({
  fr: {
    title: "Accessibilité",
    description:
      "Ce que Carrefour fait pour que chacun puisse s'en servir, comment c'est vérifié, et ce qui manque.",
    lead: "Carrefour doit pouvoir être lu et utilisé par tout le monde : au clavier, avec un lecteur d'écran, en grossissant le texte, sur un petit écran, sans percevoir les couleurs.",
    standard: "La norme visée",
    standardText:
      "Le site vise le standard sur l'accessibilité des sites Web du gouvernement du Québec, SGQRI 008 3.0, c'est-à-dire les règles WCAG 2.1, niveaux A et AA, et les critères de WCAG 2.2 qui s'y ajoutent.",
    taken: "De WCAG 2.2, le site vise les critères suivants :",
    takenFocus: "l'élément qui a le focus n'est jamais caché par un autre (2.4.11) ;",
    takenTarget: "une cible à toucher mesure au moins 24 pixels, ou est assez loin des autres (2.5.8) ;",
    takenDrag: "rien ne demande de glisser du doigt ou de la souris (2.5.7) ;",
    takenHelp:
      "le pied de page est le même partout, et les moyens d'obtenir de l'aide y sont au même endroit (3.2.6) ;",
    takenEntry: "ce qui a déjà été donné dans un formulaire n'est pas redemandé (3.3.7) ;",
    takenLogin: "la connexion ne demande pas de résoudre un casse-tête (3.3.8).",
    done: "Ce qui est fait",
    doneScripts: "Chaque page est complète sans JavaScript.",
    doneColour:
      "Aucune information ne tient à la couleur seule : les cartes et les graphiques ont des motifs, des mots et un tableau.",
    doneLanguage: "Chaque page dit sa langue, et un passage dans l'autre langue le dit aussi.",
    doneModes:
      "Le site suit vos réglages : thème sombre, contraste forcé, moins d'animations, texte agrandi jusqu'à 200 %, impression.",
    doneWords: "Une définition en mots simples vient avant la définition technique.",
    tested: "Comment c'est vérifié",
    testedText:
      "À chaque version, un essai automatique (« npm run test:browser », dans Chromium) parcourt chaque sorte de page, en français et en anglais, en clair et en sombre :",
    testedAxe:
      "les règles d'axe pour WCAG 2.0, 2.1 et 2.2, A et AA, sans règle désactivée ni élément exclu ;",
    testedKeyboard:
      "les parcours d'un citoyen, d'un comité, d'un bureau, d'un pilote et d'une chercheuse, au clavier ;",
    testedReflow: "la page à 320 pixels de large et le texte à 200 %, sans défilement dans les deux sens ;",
    testedHtml: "la validité du HTML et la présence de chaque texte dans les deux langues.",
    limits: "Limites connues",
    limitsText: "Un outil automatique ne voit pas tout, et certaines choses nous échappent :",
    limitPeople:
      "le site n'a pas encore été essayé par des personnes handicapées avec leurs propres aides techniques ; cet essai reste à faire ;",
    limitExplorer:
      "l'explorateur de l'interface de programmation est l'outil d'un tiers (Altair), dont nous ne garantissons pas la conformité ; tout ce qu'il montre se lit aussi dans la référence du schéma et par les exemples ;",
    limitTables: "les tableaux larges défilent de côté dans leur propre cadre, aussi au clavier ;",
    limitQuotes:
      "les citations et les titres des documents restent en français dans les pages anglaises, et sont marqués comme tels ;",
    limitEnglish: "une partie de l'anglais est une traduction proposée, à confirmer.",
    explorer: "Référence du schéma",
    report: "Signaler un obstacle",
    reportText:
      "Dites-nous l'adresse de la page, ce que vous vouliez faire et l'aide technique que vous utilisez. Une version adaptée d'un contenu peut aussi être demandée.",
    date: "Déclaration établie le 22 novembre 2026, par l'équipe de Carrefour, d'après ses propres essais.",
  },
  en: {
    title: "Accessibility",
    description: "What Carrefour does so that everyone can use it, how it is checked, and what is missing.",
    lead: "Carrefour must be readable and usable by everyone: by keyboard, with a screen reader, with larger text, on a small screen, without perceiving colours.",
    standard: "The standard aimed at",
    standardText:
      "The site aims at the Québec government's standard on the accessibility of web sites, SGQRI 008 3.0, that is the rules of WCAG 2.1, levels A and AA, and the criteria of WCAG 2.2 that come on top.",
    taken: "Of WCAG 2.2, the site aims at the following criteria:",
    takenFocus: "the element that has the focus is never hidden by another (2.4.11);",
    takenTarget: "a target to touch measures at least 24 pixels, or is far enough from the others (2.5.8);",
    takenDrag: "nothing asks for dragging by finger or mouse (2.5.7);",
    takenHelp:
      "the footer is the same everywhere, and the ways to get help stand at the same place in it (3.2.6);",
    takenEntry: "what was already given in a form is not asked for again (3.3.7);",
    takenLogin: "signing in asks for no puzzle to be solved (3.3.8).",
    done: "What is done",
    doneScripts: "Each page is complete without JavaScript.",
    doneColour: "No information depends on colour alone: maps and charts have patterns, words and a table.",
    doneLanguage: "Each page tells its language, and so does a passage in the other one.",
    doneModes:
      "The site follows your settings: dark theme, forced contrast, less motion, text enlarged up to 200%, print.",
    doneWords: "A definition in plain words comes before the technical one.",
    tested: "How it is checked",
    testedText:
      "With each version an automatic trial (“npm run test:browser”, in Chromium) walks through each kind of page, in French and English, light and dark:",
    testedAxe:
      "axe's rules for WCAG 2.0, 2.1 and 2.2, A and AA, with no rule disabled and no element excluded;",
    testedKeyboard:
      "the journeys of a citizen, a committee, an office, a steward and a researcher, by keyboard;",
    testedReflow: "the page at 320 pixels wide and the text at 200%, without scrolling in both directions;",
    testedHtml: "the validity of the HTML and the presence of each text in both languages.",
    limits: "Known limits",
    limitsText: "An automatic tool does not see everything, and some things escape us:",
    limitPeople:
      "the site has not yet been tried by people with disabilities with their own assistive technology; that trial is still to come;",
    limitExplorer:
      "the explorer of the programming interface is a third party's tool (Altair), whose conformity we do not warrant; all that it shows can also be read in the schema reference and through the examples;",
    limitTables: "wide tables scroll sideways in a frame of their own, by keyboard too;",
    limitQuotes: "quotations and titles of documents stay French on English pages, and are marked as such;",
    limitEnglish: "part of the English is a proposed translation, to be confirmed.",
    explorer: "Schema reference",
    report: "Report an obstacle",
    reportText:
      "Tell us the address of the page, what you wanted to do and the assistive technology that you use. An adapted version of a content can also be asked for.",
    date: "Statement made on 22 November 2026, by the Carrefour team, from its own trials.",
  },
});
