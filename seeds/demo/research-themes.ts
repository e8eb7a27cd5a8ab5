import { proposed } from "./synthetic-provenance.js";

type Text = ReturnType<typeof proposed>;

/** How partners take part in a study, with the stages and products that go with it. */
export interface Approach {
  readonly label: Text;
  readonly stages: readonly string[];
  readonly outputs: readonly Text[];
}

/** What studies in partnership are about. */
export const subjects: readonly Text[] = [
  proposed("Douleur chronique chez les aînés", "Chronic pain in older adults"),
  proposed("Retour à domicile après un AVC", "Going home after a stroke"),
  proposed("Transition des soins pédiatriques aux soins adultes", "Moving from paediatric to adult care"),
  proposed("Accès à un médecin de famille en région éloignée", "Access to a family doctor in remote regions"),
  proposed("Santé mentale des jeunes de 12 à 25 ans", "Mental health of young people aged 12 to 25"),
  proposed("Insuffisance cardiaque et télésurveillance", "Heart failure and remote monitoring"),
  proposed("Attente aux urgences", "Waiting in emergency departments"),
  proposed("Soins palliatifs à domicile", "Palliative care at home"),
  proposed("Maladie pulmonaire obstructive chronique au quotidien", "Living with COPD day by day"),
  proposed("Trajectoire de soins en cancérologie", "The cancer care pathway"),
  proposed("Soutien aux personnes proches aidantes", "Support for caregivers"),
  proposed("Diabète et littératie en santé", "Diabetes and health literacy"),
  proposed("Naissance prématurée et présence des parents", "Preterm birth and the presence of parents"),
  proposed("Qualité de vie en centre d’hébergement", "Quality of life in residential centres"),
  proposed("Maladies rares et errance diagnostique", "Rare diseases and the search for a diagnosis"),
  proposed("Réadaptation après un traumatisme crânien", "Rehabilitation after a head injury"),
  proposed("Soins à la personne vivant avec une démence", "Care for people living with dementia"),
  proposed("Dialyse à domicile", "Dialysis at home"),
];

/** How partners take part in research IN partnership. */
export const approaches: readonly Approach[] = [
  {
    label: proposed(
      "priorités de recherche établies avec les partenaires",
      "research priorities set with partners",
    ),
    stages: ["PRIORITY_SETTING"],
    outputs: [proposed("Liste de dix priorités de recherche", "List of ten research priorities")],
  },
  {
    label: proposed(
      "conception d’un essai avec des patients cochercheurs",
      "designing a trial with patient co-researchers",
    ),
    stages: ["PRIORITY_SETTING", "DESIGN"],
    outputs: [proposed("Protocole rédigé en commun", "Protocol written together")],
  },
  {
    label: proposed("recherche-action participative", "participatory action research"),
    stages: ["DESIGN", "CONDUCT"],
    outputs: [
      proposed("Guide d’animation des rencontres", "Guide to running the meetings"),
      proposed("Rapport en langage clair", "Plain-language report"),
    ],
  },
  {
    label: proposed("analyse croisée de récits d’expérience", "cross-analysis of stories of experience"),
    stages: ["CONDUCT"],
    outputs: [proposed("Recueil de récits anonymisés", "Collection of anonymised stories")],
  },
  {
    label: proposed("outils d’aide à la décision coconstruits", "co-constructed decision aids"),
    stages: ["DESIGN", "CONDUCT", "KNOWLEDGE_TRANSFER"],
    outputs: [proposed("Outil d’aide à la décision", "Decision aid")],
  },
  {
    label: proposed("diffusion des résultats par et pour les usagers", "sharing results by and for users"),
    stages: ["KNOWLEDGE_TRANSFER"],
    outputs: [proposed("Capsules vidéo en langage clair", "Plain-language video clips")],
  },
];

/** What studies ON partnership look at. */
export const aspects: readonly Text[] = [
  proposed(
    "Effets du partenariat sur l’expérience des usagers",
    "Effects of partnership on users’ experience",
  ),
  proposed("Présence de partenaires dans les comités de direction", "Partners on management committees"),
  proposed("Reconnaissance et rétribution des partenaires", "Recognition and payment of partners"),
  proposed(
    "Risque d’instrumentalisation et moyens de le prévenir",
    "The risk of tokenism and how to prevent it",
  ),
  proposed("Recrutement et jumelage des partenaires", "Recruiting and matching partners"),
  proposed("Formation des équipes au partenariat", "Training teams for partnership"),
  proposed("Diversité des voix entendues", "The diversity of voices heard"),
  proposed(
    "Complémentarité des bureaux et des comités des usagers",
    "How offices and users’ committees complement each other",
  ),
  proposed("Pérennité des structures de partenariat", "Lasting structures for partnership"),
];

/** How studies ON partnership proceed. */
export const methods: readonly Approach[] = [
  {
    label: proposed("étude de cas multiples", "a multiple case study"),
    stages: ["DESIGN", "CONDUCT"],
    outputs: [proposed("Synthèse des cas", "Summary of the cases")],
  },
  {
    label: proposed("enquête auprès des partenaires et des équipes", "a survey of partners and teams"),
    stages: ["CONDUCT", "KNOWLEDGE_TRANSFER"],
    outputs: [proposed("Fiche de faits saillants", "Sheet of highlights")],
  },
];
