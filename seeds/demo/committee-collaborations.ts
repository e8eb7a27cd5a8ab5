import type { Random } from "./random.js";
import { proposed, syntheticProvenance } from "./synthetic-provenance.js";

/** What a demonstration collaboration needs of its committee. */
export interface Committee {
  readonly id: string;
  readonly kind: string;
  readonly establishment: string;
}

interface Theme {
  readonly type: string;
  /** Kinds of committee for which the theme makes sense. */
  readonly kinds: readonly string[];
  readonly description: ReturnType<typeof proposed>;
}

const everyKind = ["CU", "CUCI", "CR"];

const themes: readonly Theme[] = [
  {
    type: "SHARED_SERVICE_OFFER",
    kinds: everyKind,
    description: proposed(
      "Avis sur la clarté des dépliants remis aux usagers.",
      "Advice on how clear the leaflets given to users are.",
    ),
  },
  {
    type: "SHARED_SERVICE_OFFER",
    kinds: ["CU", "CUCI"],
    description: proposed(
      "Relecture conjointe du questionnaire sur l’expérience des usagers.",
      "Joint review of the questionnaire on users’ experience.",
    ),
  },
  {
    type: "GOVERNMENT_MEASURES",
    kinds: everyKind,
    description: proposed(
      "Travaux communs sur l’accueil des personnes proches aidantes.",
      "Shared work on how caregivers are received.",
    ),
  },
  {
    type: "TARGETED_PROJECTS",
    kinds: ["CUCI"],
    description: proposed(
      "Préparation commune de la semaine de la sécurité des usagers.",
      "Joint preparation of user safety week.",
    ),
  },
  {
    type: "TARGETED_PROJECTS",
    kinds: ["CUCI"],
    description: proposed(
      "Suivi commun d’un projet d’aménagement des lieux d’attente.",
      "Joint follow-up of a project to rearrange waiting areas.",
    ),
  },
  {
    type: "RECIPROCAL_PRESENCE",
    kinds: everyKind,
    description: proposed(
      "Présence d’un membre du comité aux rencontres du bureau, et l’inverse.",
      "A committee member attends the office’s meetings, and the reverse.",
    ),
  },
];

const intensities = ["RARE", "OCCASIONAL", "INFORMAL", "REGULAR", "STRUCTURED"];
const postures = ["RIGHTS_DEFENCE", "RIGHTS_DEFENCE", "CO_CONSTRUCTION", "BOTH_DECLARED"];

/** None to two synthetic collaborations of one committee, each with another theme. */
export function committeeCollaborations(committee: Committee, random: Random): object[] {
  const fitting = themes.filter((theme) => theme.kinds.includes(committee.kind));
  return random
    .shuffle(fitting)
    .slice(0, random.integer(0, 2))
    .map(({ type, description }, index) => ({
      code: `demo-${committee.id}-${index + 1}`,
      type,
      intensity: random.pick(intensities),
      description,
      attributed_to: committee.establishment,
      committee: committee.id,
      posture: random.pick(postures),
      origin: "SYNTHETIC",
      provenance: syntheticProvenance,
    }));
}
