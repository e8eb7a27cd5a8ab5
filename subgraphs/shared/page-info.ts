import { Directive, Field, ObjectType } from "type-graphql";
import { Public } from "./public.js";

/** Where a page of a list ends, and whether there is another. */
@ObjectType({
  description:
    "Où finit une page de la liste et s'il en reste. · Where a page of the list ends, and whether more follows.",
})
@Directive("@shareable")
export class PageInfo {
  @Field(() => Boolean, { description: "Vrai s'il reste des pages. · True when pages remain." })
  @Public()
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Curseur à donner dans `after` pour la page suivante, absent d'une page vide. · Cursor to give as `after` for the next page, absent from an empty page.",
  })
  @Public()
  endCursor!: string | null;
}
