import { catalogue } from "../words/catalogue.js";
import { accessWords } from "./access-words.js";
import { rulesWords } from "./rules-words.js";

/** What the page « Données et API » says. */
export const developersWords = catalogue({
  fr: {
    ...accessWords.fr,
    ...rulesWords.fr,
    title: "Données et API",
    description: "Télécharger les données, les interroger par programme, suivre ce qui change.",
    lead: "Tout ce que montre ce site se télécharge, et s'interroge par programme, sans compte. Le site lui-même ne lit rien d'autre.",
    onThisPage: "Sur cette page",
    copy: "Copier",
    copied: "Copié",
    downloads: "Téléchargements",
    downloadsCaption: "Les fichiers ouverts",
    file: "Fichier",
    content: "Contenu",
    csv: "Toutes les valeurs, une ligne par valeur : unité, base, source, édition, licence. S'ouvre dans un tableur.",
    jsonStat: "Les mêmes valeurs en JSON-stat 2.0, pour les outils statistiques.",
    dcat: "Le catalogue en DCAT (JSON-LD), tel que CKAN et Données Québec le lisent.",
    auditHeads: "Les têtes signées du registre d'audit : la preuve que rien n'y a été récrit.",
    atom: "Le fil Atom des éditions : ce qui est publié, corrigé ou retiré.",
    masked: "Une valeur masquée y est marquée SUPPRESSED, avec sa raison et sans nombre.",
    explorer: "Interroger en direct",
    explorerText:
      "L'explorateur écrit la question avec vous et montre la réponse ; il s'ouvre sur une question prête.",
    explorerLink: "Ouvrir l'explorateur",
    explorerLimit:
      "C'est l'outil d'un tiers, dont l'accessibilité n'est pas garantie : la référence ci-dessous dit la même chose.",
    reference: "Référence du schéma public",
    changeLog: "Journal des changements",
    examples: "Exemples",
    examplesLead:
      "La même question en quatre langages : combien d'usagers partenaires sont actifs, selon chaque source ? Les exemples se copient et marchent tels quels.",
    examplesRun: "À lancer par :",
    exampleOf: "Exemple en {name}",
    examplesR: "L'exemple en R demande le paquet « jsonlite ».",
    answer: "Ce que l'on obtient aujourd'hui",
    client: "En TypeScript, le dossier gateway/sdk du dépôt contient un client typé.",
    byHash: "Demander par une empreinte",
    byHashText:
      "Une question peut être demandée par l'empreinte SHA-256 de son texte, en GET : l'adresse est courte et la réponse peut être gardée en chemin. Si l'empreinte n'est pas connue (PERSISTED_QUERY_NOT_FOUND), envoyez une fois le texte et l'empreinte ensemble.",
    byHashRestricted:
      "Ce carrefour n'accepte que les questions de sa liste (celles du portail) : les autres sont refusées.",
    byHashExample: "La question de l'exemple, par son empreinte",
  },
  en: {
    ...accessWords.en,
    ...rulesWords.en,
    title: "Data and API",
    description: "Download the data, ask them by program, follow what changes.",
    lead: "All that this site shows can be downloaded, and asked by program, without an account. The site itself reads nothing else.",
    onThisPage: "On this page",
    copy: "Copy",
    copied: "Copied",
    downloads: "Downloads",
    downloadsCaption: "The open files",
    file: "File",
    content: "Content",
    csv: "All values, a row a value: unit, basis, source, vintage, licence. Opens in a spreadsheet.",
    jsonStat: "The same values as JSON-stat 2.0, for statistical tools.",
    dcat: "The catalogue as DCAT (JSON-LD), as CKAN and Données Québec read it.",
    auditHeads: "The signed heads of the audit register: the proof that nothing in it was rewritten.",
    atom: "The Atom feed of vintages: what is published, corrected or withdrawn.",
    masked: "A hidden value is marked SUPPRESSED there, with its reason and no number.",
    explorer: "Ask live",
    explorerText:
      "The explorer writes the question with you and shows the answer; it opens on a question that is ready.",
    explorerLink: "Open the explorer",
    explorerLimit:
      "It is a third party's tool, whose accessibility is not warranted: the reference below says the same.",
    reference: "Reference of the public schema",
    changeLog: "Change log",
    examples: "Examples",
    examplesLead:
      "The same question in four languages: how many partners are active, according to each source? The examples can be copied and work as they stand.",
    examplesRun: "Run it by:",
    exampleOf: "Example in {name}",
    examplesR: "The example in R needs the package “jsonlite”.",
    answer: "What one gets today",
    client: "In TypeScript, the folder gateway/sdk of the repository holds a typed client.",
    byHash: "Ask by a hash",
    byHashText:
      "A question can be asked by the SHA-256 hash of its text, by GET: the address is short, and the answer can be kept on its way. If the hash is not known (PERSISTED_QUERY_NOT_FOUND), send the text and the hash together once.",
    byHashRestricted: "This hub accepts the questions of its list (the portal's) and no others.",
    byHashExample: "The example's question, by its hash",
  },
});
