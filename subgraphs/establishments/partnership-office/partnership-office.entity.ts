import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** Whether an office is at work. */
export enum OfficeStatus {
  ACTIVE = "ACTIVE",
  PLANNED = "PLANNED",
  SUSPENDED = "SUSPENDED",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(OfficeStatus, {
  name: "OfficeStatus",
  description: "État connu du bureau. · Known state of the office.",
  valuesConfig: {
    ACTIVE: { description: "En activité. · At work." },
    PLANNED: { description: "Prévu, pas encore en activité. · Planned, not at work yet." },
    SUSPENDED: { description: "Activité suspendue. · Work suspended." },
    UNKNOWN: { description: "Inconnu : aucune source ne le dit. · Unknown: no source says." },
  },
});

@ObjectType({ description: "Un nom imprimé du bureau. · A printed name of the office." })
export class OfficeName {
  @Field(() => String, { description: "Le nom, exact. · The name, exact." })
  @Public()
  label!: string;

  @Field(() => Provenance, { description: "Où il est imprimé. · Where it is printed." })
  @Public()
  provenance!: Provenance;
}

@ObjectType({
  description:
    "Un bureau ou une entité de partenariat : faits de registre seulement ; ce qu'il répond n'est public qu'en valeurs publiées. · A partnership office: register facts only; what it answers is public as observations only.",
})
@Entity({ schema: "establishments_published", name: "partnership_office" })
export class PartnershipOffice {
  @Field(() => String, { description: "Code du bureau. · Code of the office." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Code of its establishment. */
  @Column("text")
  establishment!: string;

  @Field(() => [OfficeName], {
    description: "Noms attribuables d'après les sources. · Names that the sources attribute.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  names!: OfficeName[];

  @Field(() => OfficeStatus, { description: "État connu. · Known state." })
  @Public()
  @Column("text")
  status!: OfficeStatus;

  @Field(() => String, { nullable: true, description: "Premier jour de validité. · First day of validity." })
  @Public()
  @Column("date", { nullable: true })
  validFrom!: string | null;

  @Field(() => String, { nullable: true, description: "Dernier jour de validité. · Last day of validity." })
  @Public()
  @Column("date", { nullable: true })
  validTo!: string | null;

  @Field(() => Provenance, { description: "Source de l'état. · Source of the state." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
