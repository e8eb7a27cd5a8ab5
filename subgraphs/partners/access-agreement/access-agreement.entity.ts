import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { DataOrigin } from "../../shared/data-origin.js";

/** How detailed the rows are that an agreement opens. */
export enum RecordLevel {
  AGGREGATE = "AGGREGATE",
  ANONYMISED = "ANONYMISED",
}
registerEnumType(RecordLevel, {
  name: "RecordLevel",
  description: "Agrégats, ou fiches anonymisées. · Aggregates, or anonymised records.",
  valuesConfig: {
    AGGREGATE: { description: "Agrégats : des nombres, aucune fiche. · Aggregates: numbers, no records." },
    ANONYMISED: { description: "Fiches anonymisées. · Anonymised records." },
  },
});

/** Whether an agreement is in force. */
export enum AgreementStatus {
  ACTIVE = "ACTIVE",
  SUSPENDED = "SUSPENDED",
  ENDED = "ENDED",
}
registerEnumType(AgreementStatus, {
  name: "AgreementStatus",
  description: "En vigueur, suspendue ou terminée. · In force, suspended or ended.",
  valuesConfig: {
    ACTIVE: {
      description:
        "En vigueur, de son premier à son dernier jour. · In force, from its first day to its last.",
    },
    SUSPENDED: { description: "Suspendue : elle n'ouvre rien. · Suspended: it opens nothing." },
    ENDED: { description: "Terminée : elle n'ouvre plus rien. · Ended: it opens nothing any more." },
  },
});

@Authorized("research:agreement", "steward:privacy")
@ObjectType({
  description:
    "Une entente d'accès : ce qu'une équipe de recherche peut lire, pourquoi et jusqu'à quand. · An access agreement: what a research team may read, why and until when.",
})
export class AccessAgreement {
  @Field(() => String, { description: "Code de l'entente. · Code of the agreement." })
  code!: string;

  @Field(() => LocalizedText, { description: "Finalité. · Purpose." })
  purpose!: LocalizedText;

  @Field(() => [String], { description: "Variables couvertes. · Variables covered." })
  variables!: string[];

  @Field(() => RecordLevel, { description: "Finesse des lignes. · How detailed the rows are." })
  recordLevel!: RecordLevel;

  @Field(() => Int, {
    description: "Plus petit nombre de personnes semblables exigé. · Fewest persons alike that it demands.",
  })
  kThreshold!: number;

  @Field(() => String, { description: "Premier jour (AAAA-MM-JJ). · First day (YYYY-MM-DD)." })
  validFrom!: string;

  @Field(() => String, { description: "Dernier jour (AAAA-MM-JJ). · Last day (YYYY-MM-DD)." })
  validTo!: string;

  @Field(() => AgreementStatus, { description: "État. · State." })
  status!: AgreementStatus;

  @Authorized("steward:privacy")
  @Field(() => [String], {
    description: "Sujets qui peuvent s'en servir. · Subjects that may use it.",
  })
  subjects!: readonly string[];

  @Authorized("steward:privacy")
  @Field(() => [String], {
    description: "Clients qui peuvent s'en servir. · Clients that may use it.",
  })
  clients!: readonly string[];

  @Authorized("steward:privacy")
  @Field(() => Int, {
    description:
      "Version, à redonner en agissant sur elle : un acte de plus, un de plus. · Version, to be given again when acting on it: one act more, one more.",
  })
  version!: number;

  @Authorized("steward:privacy")
  @Field(() => ID, {
    nullable: true,
    description: "La demande à laquelle elle répond. · The request that it answers.",
  })
  request!: string | null;

  @Field(() => DataOrigin, {
    nullable: true,
    description:
      "SYNTHETIC pour une entente de démonstration, rien pour une vraie. · SYNTHETIC for a demonstration agreement, nothing for a real one.",
  })
  origin!: DataOrigin | null;
}
