import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";
import { RecordLevel } from "../access-agreement/access-agreement.entity.js";
import { DataOrigin } from "../../shared/data-origin.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { changesOf } from "./release-changes.js";
import { ReleaseChanges } from "./release-changes.entity.js";
import { citationOf } from "./release-citation.js";
import { ReleaseColumn } from "./release-column.entity.js";
import { Invasiveness } from "./release-policy.js";
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

registerEnumType(Invasiveness, {
  name: "Invasiveness",
  description:
    "À quel point la reconnaissance d'une personne lui nuirait ; plus c'est grave, plus les classes sont grandes. · How much it would intrude upon somebody to be recognised; the more, the larger the classes.",
  valuesConfig: {
    LOW: { description: "Faible : 11 personnes semblables. · Low: 11 persons alike." },
    MEDIUM: { description: "Moyenne : 15 personnes semblables. · Medium: 15 persons alike." },
    HIGH: { description: "Élevée : 20 personnes semblables. · High: 20 persons alike." },
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

  @Field(() => LocalizedText, {
    nullable: true,
    description:
      "Finalité, fixée avant l'anonymisation ; rien pour une diffusion d'avant qu'on la consigne. · Purpose, set before anonymisation; nothing for a release older than its recording.",
  })
  @Column("jsonb", { nullable: true })
  purpose!: LocalizedText | null;

  @Field(() => Invasiveness, { nullable: true, description: "Caractère invasif. · Invasiveness." })
  @Column("text", { nullable: true })
  invasiveness!: Invasiveness | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de la version précédente ; rien pour la première. · Code of the version before; nothing for the first.",
  })
  @Column("text", { nullable: true })
  previous!: string | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Ce qu'il est permis d'en faire. · What may be done with it.",
  })
  @Column("jsonb", { nullable: true })
  licence!: LocalizedText | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Techniques et mesures de protection. · Techniques and measures of protection.",
  })
  @Column("jsonb", { nullable: true })
  method!: LocalizedText | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Jour de la prochaine réévaluation du risque (AAAA-MM-JJ). · Day of the next assessment of its risk (YYYY-MM-DD).",
  })
  @Column("date", { nullable: true })
  reassessOn!: string | null;

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

  @Field(() => LocalizedText, { description: "Comment la citer. · How to cite it." })
  get citation(): LocalizedText {
    return citationOf(this);
  }

  /** The version before, where the caller may see it; set by the repository. */
  before?: Release | undefined;

  @Field(() => ReleaseChanges, {
    nullable: true,
    description:
      "Ce qui a changé depuis la version précédente ; rien pour la première. · What changed since the version before; nothing for the first.",
  })
  get changes(): ReleaseChanges | null {
    return this.before ? changesOf(this.before, this) : null;
  }
}
