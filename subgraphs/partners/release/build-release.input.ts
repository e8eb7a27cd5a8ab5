import { Field, InputType } from "type-graphql";

@InputType({ description: "Une diffusion à construire. · A release to build." })
export class BuildReleaseInput {
  @Field(() => [String], {
    description:
      "Codes des ententes qui pourront la lire ; toutes exigent le même nombre de personnes semblables. · Codes of the agreements that will be able to read it; all demand the same number of persons alike.",
  })
  agreements!: string[];

  @Field(() => String, { description: "Titre, 200 caractères au plus. · Title, at most 200 characters." })
  title!: string;
}
