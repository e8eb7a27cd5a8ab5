import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { AddedResource } from "./added-resource.entity.js";
import { ResourceLikeness } from "./resource-state.js";

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Une ressource qui ressemble à celle qu'on ajoute. · A resource that is like the one being added.",
})
export class ResourceWarning {
  @Field(() => ResourceLikeness, { description: "En quoi elle lui ressemble. · In what it is like it." })
  likeness!: ResourceLikeness;

  @Field(() => String, { description: "Code de celle qui existe. · Code of the one that exists." })
  existing!: string;
}

@Authorized("figures:write", "steward:collect")
@ObjectType({ description: "Ce qu'un ajout au répertoire a donné. · What came of adding to the repertoire." })
export class AddSharedResourceResult {
  @Field(() => AddedResource, {
    nullable: true,
    description: "La ressource ajoutée ; rien pour un essai. · The resource added; nothing for a trial.",
  })
  resource!: AddedResource | null;

  @Field(() => [ResourceWarning], {
    description:
      "Les ressources qui lui ressemblent ; l'ajout n'en est pas empêché. · The resources that are like it; they do not prevent the adding.",
  })
  warnings!: ResourceWarning[];
}
