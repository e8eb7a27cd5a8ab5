import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { FormModule, FormTotal } from "./form-module.entity.js";
import { FormQuestion } from "./form-question.entity.js";

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "L'avis que l'expéditeur accepte en envoyant. · The notice that the sender accepts by sending.",
})
export class FormNotice {
  @Field(() => String, { description: "Version à inscrire dans l'envoi. · Version to write in the push." })
  version!: string;

  @Field(() => LocalizedText, { description: "Texte de l'avis. · Text of the notice." })
  text!: LocalizedText;
}

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({ description: "Une section du formulaire. · A section of the form." })
export class FormSection {
  @Field(() => String, { description: "Code. · Code." })
  code!: string;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  title!: LocalizedText;
}

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description: "Le formulaire des données annuelles d'une campagne. · The yearly form of a campaign.",
})
@Entity({ schema: "quality_indicators_published", name: "instrument" })
export class Form {
  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  @PrimaryColumn("text", { name: "code" })
  campaign!: string;

  @Field(() => String, { description: "Version du formulaire. · Version of the form." })
  @Column("text")
  version!: string;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  @Column("jsonb")
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: "Préambule. · Preamble." })
  @Column("jsonb", { nullable: true })
  preamble!: LocalizedText | null;

  @Field(() => FormNotice, { description: "Avis à accepter. · Notice to accept." })
  @Column("jsonb")
  notice!: FormNotice;

  @Field(() => [FormSection], { description: "Sections. · Sections." })
  @Column("jsonb")
  sections!: FormSection[];

  @Field(() => [FormModule], {
    description:
      "Modules ajoutés au questionnaire, chacun avec sa version. · Modules added to the questionnaire, each with its version.",
  })
  @Column("jsonb")
  modules!: FormModule[];

  @Field(() => [FormQuestion], { description: "Questions, dans l'ordre. · Questions, in order." })
  @Column("jsonb")
  questions!: FormQuestion[];

  @Field(() => [FormTotal], { description: "Sommes à respecter. · Sums to keep to." })
  @Column("jsonb")
  totals!: FormTotal[];

  @Field(() => Provenance, {
    nullable: true,
    description: "Source du questionnaire. · Source of the questionnaire.",
  })
  @Column("jsonb", { nullable: true })
  provenance!: Provenance | null;
}
