import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** Groups of health regions large enough to publish figures of offices by; proposed by the hub. */
export enum RegionGroup {
  MONTREAL = "MONTREAL",
  COURONNE = "COURONNE",
  EST = "EST",
  CENTRE_OUEST = "CENTRE_OUEST",
  NORD_ET_ILES = "NORD_ET_ILES",
}
registerEnumType(RegionGroup, {
  name: "RegionGroup",
  description:
    "Groupe de régions sociosanitaires, proposé par le carrefour pour protéger les petits nombres. · Group of health regions, proposed by the hub to protect small numbers.",
  valuesConfig: {
    MONTREAL: { description: "Montréal (RSS-06). · Montréal (RSS-06)." },
    COURONNE: {
      description:
        "Laval, Lanaudière, Laurentides et Montérégie (RSS-13 à RSS-16). · Laval, Lanaudière, Laurentides and Montérégie (RSS-13 to RSS-16).",
    },
    EST: {
      description:
        "Bas-Saint-Laurent, Capitale-Nationale et Chaudière-Appalaches (RSS-01, RSS-03, RSS-12). · Bas-Saint-Laurent, Capitale-Nationale and Chaudière-Appalaches (RSS-01, RSS-03, RSS-12).",
    },
    CENTRE_OUEST: {
      description:
        "Saguenay–Lac-Saint-Jean, Mauricie et Centre-du-Québec, Estrie, Outaouais et Abitibi-Témiscamingue (RSS-02, RSS-04, RSS-05, RSS-07, RSS-08). · Saguenay–Lac-Saint-Jean, Mauricie et Centre-du-Québec, Estrie, Outaouais and Abitibi-Témiscamingue (RSS-02, RSS-04, RSS-05, RSS-07, RSS-08).",
    },
    NORD_ET_ILES: {
      description:
        "Côte-Nord, Nord-du-Québec, Gaspésie–Îles-de-la-Madeleine, Nunavik et Terres-Cries-de-la-Baie-James (RSS-09, RSS-10, RSS-11, RSS-17, RSS-18). · Côte-Nord, Nord-du-Québec, Gaspésie–Îles-de-la-Madeleine, Nunavik and Terres-Cries-de-la-Baie-James (RSS-09, RSS-10, RSS-11, RSS-17, RSS-18).",
    },
  },
});

@ObjectType({
  description:
    "Une région sociosanitaire du Québec ; son code est un texte (« RSS-05 »), jamais un nombre. · A health region of Québec; its code is text (“RSS-05”), never a number.",
})
@Directive('@key(fields: "code")')
@Entity({ schema: "establishments_published", name: "health_region" })
export class HealthRegion {
  @Field(() => String, { description: "Code, de RSS-01 à RSS-18. · Code, RSS-01 to RSS-18." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  @Field(() => LocalizedText, { description: "Nom de la région. · Name of the region." })
  @Public()
  @Column("jsonb")
  name!: LocalizedText;

  @Field(() => RegionGroup, {
    description: "Groupe de régions proposé par le carrefour. · Group of regions proposed by the hub.",
  })
  @Public()
  @Column("text")
  group!: RegionGroup;

  @Field(() => Boolean, {
    description:
      "Vrai si au moins un établissement de la région a répondu au portrait de 2024. · True when at least one establishment of the region answered the 2024 portrait.",
  })
  @Public()
  @Column("boolean", { name: "represented_2024" })
  represented2024!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Premier jour de validité, s'il est connu. · First day of validity, when known.",
  })
  @Public()
  @Column("date", { nullable: true })
  validFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Dernier jour de validité, s'il est connu. · Last day of validity, when known.",
  })
  @Public()
  @Column("date", { nullable: true })
  validTo!: string | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Remarque sur la validité. · Note on the validity.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb", { nullable: true })
  validityNote!: LocalizedText | null;

  @Field(() => Provenance, { description: "Source du nom et du code. · Source of the name and code." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
