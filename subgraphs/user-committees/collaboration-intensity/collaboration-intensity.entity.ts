import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** How much an office and a committee work together, coded by the hub from the printed answers. */
export enum CollaborationIntensity {
  NONE_PLANNED = "NONE_PLANNED",
  RARE = "RARE",
  OCCASIONAL = "OCCASIONAL",
  INFORMAL = "INFORMAL",
  REGULAR = "REGULAR",
  STRUCTURED = "STRUCTURED",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(CollaborationIntensity, {
  name: "CollaborationIntensity",
  description:
    "Intensité d'une collaboration, codée par le carrefour d'après les réponses imprimées ; aucun pourcentage n'est publié. · Intensity of a collaboration, coded by the hub from the printed answers; no percentage is published.",
  valuesConfig: {
    NONE_PLANNED: { description: "Aucune, à développer. · None yet, to be developed." },
    RARE: { description: "Rare ou très limitée. · Rare or very limited." },
    OCCASIONAL: { description: "À l'occasion. · Occasional." },
    INFORMAL: { description: "Non formelle. · Informal." },
    REGULAR: { description: "Régulière ou étroite. · Regular or close." },
    STRUCTURED: {
      description: "Structurée, avec des mécanismes établis. · Structured, with established mechanisms.",
    },
    UNKNOWN: { description: "Intensité non précisée. · Intensity not stated." },
  },
});

@ObjectType({
  description:
    "Une intensité, avec les réponses imprimées qui y sont codées. · An intensity, with the printed answers coded under it.",
})
@Entity({ schema: "user_committees_published", name: "collaboration_intensity" })
export class CollaborationIntensityDefinition {
  @Field(() => CollaborationIntensity, { description: "Code de l'intensité. · Code of the intensity." })
  @Public()
  @PrimaryColumn("text")
  code!: CollaborationIntensity;

  /** Rank, from none to structured. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Nom de l'intensité. · Name of the intensity." })
  @Public()
  @Column("jsonb")
  label!: LocalizedText;

  @Field(() => [Provenance], {
    description:
      "Réponses imprimées codées sous cette intensité, avec leur place. · Printed answers coded under this intensity, with their place.",
  })
  @Public()
  @Column("jsonb")
  quotes!: Provenance[];
}
