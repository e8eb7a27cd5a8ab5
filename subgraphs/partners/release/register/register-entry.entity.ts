import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../../shared/authorized.js";
import { DataOrigin } from "../../../shared/data-origin.js";
import { LocalizedText } from "../../../shared/localized-text.js";
import { Invasiveness } from "../release-policy.js";
import { ReleaseReport } from "../release-report.entity.js";

/** What the register keeps. */
export enum RegisterAct {
  BUILT = "BUILT",
  APPROVED = "APPROVED",
  DISCARDED = "DISCARDED",
  PARTNERS_WITHDRAWN = "PARTNERS_WITHDRAWN",
  KEY_DESTROYED = "KEY_DESTROYED",
}
registerEnumType(RegisterAct, {
  name: "RegisterAct",
  description: "Un acte consigné au registre. · An act kept in the register.",
  valuesConfig: {
    BUILT: { description: "Une diffusion a été construite. · A release was built." },
    APPROVED: { description: "Une diffusion a été approuvée. · A release was approved." },
    DISCARDED: {
      description:
        "Une diffusion que personne n'avait approuvée a été écartée ; ses fiches sont effacées. · A release that nobody had approved was discarded; its records are erased.",
    },
    PARTNERS_WITHDRAWN: {
      description:
        "Des partenaires se sont retirés ; aucune diffusion suivante ne les contient. · Partners withdrew; no later release holds them.",
    },
    KEY_DESTROYED: {
      description:
        "La clé des pseudonymes d'une entente a été détruite. · The key of an agreement's pseudonyms was destroyed.",
    },
  },
});

@Authorized("steward:privacy", "steward:publish")
@ObjectType({
  description:
    "Une inscription au registre de l'anonymisation (A-2.1, r. 0.1, art. 9) ; elle ne change plus. · An entry of the register of anonymisation (A-2.1, r. 0.1, s. 9); it changes no more.",
})
export class RegisterEntry {
  @Field(() => Int, { description: "Numéro d'ordre. · Number in order." })
  entry!: number;

  @Field(() => RegisterAct, { description: "L'acte. · The act." })
  act!: RegisterAct;

  @Field(() => String, { description: "Quand (UTC). · When (UTC)." })
  at!: string;

  @Field(() => String, { description: "Par quel sujet. · By which subject." })
  by!: string;

  @Field(() => String, { nullable: true, description: "La diffusion. · The release." })
  release!: string | null;

  @Field(() => [String], {
    description: "Ententes qui la reçoivent. · Agreements that receive it.",
  })
  agreements!: string[];

  @Field(() => String, { nullable: true, description: "Son titre. · Its title." })
  title!: string | null;

  @Field(() => LocalizedText, { nullable: true, description: "Finalité. · Purpose." })
  purpose!: LocalizedText | null;

  @Field(() => Invasiveness, { nullable: true, description: "Caractère invasif. · Invasiveness." })
  invasiveness!: Invasiveness | null;

  @Field(() => [String], {
    description: "Renseignements anonymisés. · Information anonymised.",
  })
  variables!: string[];

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Techniques et mesures de protection. · Techniques and measures of protection.",
  })
  method!: LocalizedText | null;

  @Field(() => ReleaseReport, {
    nullable: true,
    description:
      "Paramètres appliqués et risque mesuré, le jour de la construction. · Parameters applied and risk measured, on the day of the build.",
  })
  report!: ReleaseReport | null;

  @Field(() => String, {
    nullable: true,
    description: "Jour de la prochaine réévaluation (AAAA-MM-JJ). · Day of the next assessment (YYYY-MM-DD).",
  })
  reassessOn!: string | null;

  @Field(() => String, { nullable: true, description: "Version précédente. · Version before." })
  previous!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Pourquoi elle a été écartée. · Why it was discarded.",
  })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Établissement dont des partenaires se sont retirés. · Establishment whose partners withdrew.",
  })
  establishment!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Combien se sont retirés ; de qui il s'agit n'est gardé nulle part. · How many withdrew; who they were is kept nowhere.",
  })
  partners!: number | null;

  @Field(() => DataOrigin, {
    nullable: true,
    description: "SYNTHETIC pour une démonstration. · SYNTHETIC for a demonstration.",
  })
  origin!: DataOrigin | null;
}
