import { Field, ObjectType } from "type-graphql";
import { PageInfo } from "../../shared/page-info.js";
import { Public } from "../../shared/public.js";
import { ResearchPartnership } from "./research-partnership.entity.js";

@ObjectType({
  description:
    "Un partenariat de recherche et sa place dans la liste. · A research partnership and its place in the list.",
})
export class ResearchPartnershipEdge {
  @Field(() => String, {
    description:
      "Curseur de ce partenariat, à donner dans `after`. · Cursor of this one, to give as `after`.",
  })
  @Public()
  cursor!: string;

  @Field(() => ResearchPartnership, { description: "Le partenariat. · The partnership." })
  @Public()
  node!: ResearchPartnership;
}

@ObjectType({
  description: "Une page de la liste des partenariats. · A page of the list of partnerships.",
})
export class ResearchPartnershipConnection {
  @Field(() => [ResearchPartnershipEdge], {
    description: "Les partenariats de la page. · Those of the page.",
  })
  @Public()
  edges!: ResearchPartnershipEdge[];

  @Field(() => PageInfo, { description: "Où finit la page. · Where the page ends." })
  @Public()
  pageInfo!: PageInfo;
}
