import { Field, InputType } from "type-graphql";

@InputType({ description: "Une diffusion à construire. · A release to build." })
export class BuildReleaseInput {
  @Field(() => [String], {
    description:
      "Codes des ententes qui pourront la lire. · Codes of the agreements that will be able to read it.",
  })
  agreements!: string[];

  @Field(() => String, { description: "Titre, 200 caractères au plus. · Title, at most 200 characters." })
  title!: string;
}
