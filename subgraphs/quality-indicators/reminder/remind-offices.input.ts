import { Field, InputType } from "type-graphql";

/** What a steward reminds some offices of. */
@InputType({ description: "Un rappel à afficher à des bureaux. · A reminder to show to offices." })
export class RemindOfficesInput {
  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => [String], {
    description: "Codes des bureaux, 100 au plus. · Codes of the offices, at most 100.",
  })
  offices!: string[];

  @Field(() => String, {
    description:
      "Ce que chaque bureau lira, 2 000 caractères au plus. · What each office will read, at most 2,000 characters.",
  })
  message!: string;
}
