import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";
import { RecordLevel } from "../access-agreement/access-agreement.entity.js";
import { DataOrigin } from "../../shared/data-origin.js";
import { ReleaseColumn } from "./release-column.entity.js";
import { ReleaseReport } from "./release-report.entity.js";

/** Whether researchers may read a release. */
export enum ReleaseStatus {
  BUILT = "BUILT",
  APPROVED = "APPROVED",
}
registerEnumType(ReleaseStatus, {
  name: "ReleaseStatus",
  description:
    "Construite, ou approuvée par une autre personne et lisible. · Built, or approved by another person and readable.",
  valuesConfig: {
    BUILT: {
      description:
        "Construite, en attente d'approbation ; illisible pour la recherche. · Built, waiting for approval; researchers cannot read it.",
    },
    APPROVED: {
      description:
        "Approuvée par une autre personne que celle qui l'a construite ; lisible selon les ententes. · Approved by another person than the one who built it; readable as the agreements say.",
    },
  },
});

// Instants leave the hub as text, in UTC.
const asText = {
  from: (instant: Date | null): string | null => instant?.toISOString() ?? null,
  to: (instant: string | null): string | null => instant,
};

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Une diffusion : des fiches de partenaires anonymisées, figées, avec leur dictionnaire et leur rapport de risque. · A release: anonymised records of partners, frozen, with their data dictionary and risk report.",
})
@Entity({ schema: "partners_release", name: "release" })
export class Release {
  @Field(() => String, { description: "Code de la diffusion. · Code of the release." })
  @PrimaryColumn("text")
  code!: string;

  @Field(() => Int, {
    description:
      "Numéro ; une correction est une nouvelle diffusion. · Number; a correction is a new release.",
  })
  @Column("integer")
  version!: number;

  @Field(() => String, { description: "Titre. · Title." })
  @Column("text")
  title!: string;

  @Field(() => String, { description: "Construite à (UTC). · Built at (UTC)." })
  @Column("timestamptz", { transformer: asText })
  createdAt!: string;

  @Field(() => String, { nullable: true, description: "Approuvée à (UTC). · Approved at (UTC)." })
  @Column("timestamptz", { nullable: true, transformer: asText })
  approvedAt!: string | null;

  /** Subject of who built it; the researchers' role has no grant on it. */
  @Column("text", { select: false })
  builtBy!: string;

  /** Subject of who approved it; the researchers' role has no grant on it. */
  @Column("text", { nullable: true, select: false })
  approvedBy!: string | null;

  @Field(() => [String], {
    description:
      "Colonnes qui, ensemble, pourraient faire reconnaître une personne. · Columns by which, together, a person might be recognised.",
  })
  @Column("text", { array: true })
  keys!: string[];

  @Field(() => [ReleaseColumn], { description: "Dictionnaire des colonnes. · Dictionary of the columns." })
  @Column("jsonb")
  columns!: ReleaseColumn[];

  @Field(() => ReleaseReport, { description: "Rapport de risque. · Risk report." })
  @Column("jsonb")
  report!: ReleaseReport;

  @Column("boolean")
  synthetic!: boolean;

  @Field(() => ReleaseStatus, { description: "État. · State." })
  @Column("text")
  status!: ReleaseStatus;

  @Field(() => RecordLevel, {
    description:
      "Nature du produit ; une diffusion est toujours anonymisée. · Nature of the product; a release is always anonymised.",
  })
  get recordLevel(): RecordLevel {
    return RecordLevel.ANONYMISED;
  }

  @Field(() => DataOrigin, {
    description:
      "SYNTHETIC dès qu'une fiche est synthétique. · SYNTHETIC as soon as one record is synthetic.",
  })
  get origin(): DataOrigin {
    return this.synthetic ? DataOrigin.SYNTHETIC : DataOrigin.COMPUTED;
  }
}
