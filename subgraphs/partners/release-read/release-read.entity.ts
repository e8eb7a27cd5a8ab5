import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { PageInfo } from "../../shared/page-info.js";
import { ReadQuestion } from "./read-question.entity.js";

/** How rows of a release were read. */
export enum ReadWay {
  PAGE = "PAGE",
  FILE = "FILE",
  COUNT = "COUNT",
}
registerEnumType(ReadWay, {
  name: "ReadWay",
  description: "Comment des fiches ont été lues. · How records were read.",
  valuesConfig: {
    PAGE: { description: "Une page. · A page." },
    FILE: { description: "Un fichier. · A file." },
    COUNT: { description: "Un décompte. · A count." },
  },
});

@Authorized("steward:privacy")
@ObjectType({
  description:
    "Des fiches qui se suivent dans l'ordre de l'entente. · Records next to each other in the agreement's order.",
})
export class RowRange {
  @Field(() => Int, { description: "Rang de la première. · Rank of the first." })
  from!: number;

  @Field(() => Int, { description: "Rang de la dernière. · Rank of the last." })
  to!: number;
}

@Authorized("steward:privacy")
@ObjectType({
  description:
    "Une lecture d'une diffusion : qui, quoi, quand, par quelle entente. · A read of a release: who, what, when, under which agreement.",
})
export class ReleaseRead {
  @Field(() => ID, { description: "Numéro de la lecture. · Number of the read." })
  id!: string;

  @Field(() => String, { description: "Code de la diffusion. · Code of the release." })
  release!: string;

  @Field(() => String, { description: "Code de l'entente. · Code of the agreement." })
  agreement!: string;

  @Field(() => String, { description: "Sujet qui a lu. · Subject that read." })
  subject!: string;

  @Field(() => String, {
    nullable: true,
    description: "Client par lequel il a lu. · Client through which it read.",
  })
  client!: string | null;

  @Field(() => Date, { description: "Quand. · When." })
  at!: Date;

  @Field(() => String, { description: "Numéro de la requête. · Number of the request." })
  requestId!: string;

  @Field(() => ReadWay, { description: "Comment. · How." })
  way!: ReadWay;

  @Field(() => Int, { description: "Nombre de fiches lues. · Number of records read." })
  rowCount!: number;

  @Field(() => [RowRange], {
    description:
      "Quelles fiches, par leur rang ; un décompte porte sur toutes. Le filtre `rowId` dit qui a lu une fiche donnée. · Which records, by their rank; a count looks at all of them. The filter `rowId` tells who read a given record.",
  })
  rows!: readonly RowRange[];

  @Field(() => ReadQuestion, {
    nullable: true,
    description:
      "Ce qui était demandé : filtre, tri, décompte ; absent d'une page ou d'un fichier sans filtre ni tri. · What was asked: filter, sort, count; absent for a page or file without filter or sort.",
  })
  question!: ReadQuestion | null;
}

@Authorized("steward:privacy")
@ObjectType({
  description: "Une lecture et sa place dans la liste. · A read and its place in the list.",
})
export class ReleaseReadEdge {
  @Field(() => String, { description: "Curseur. · Cursor." })
  cursor!: string;

  @Field(() => ReleaseRead, { description: "La lecture. · The read." })
  node!: ReleaseRead;
}

@Authorized("steward:privacy")
@ObjectType({ description: "Une page de lectures. · A page of reads." })
export class ReleaseReadConnection {
  @Field(() => [ReleaseReadEdge], { description: "Les lectures de la page. · The reads of the page." })
  edges!: ReleaseReadEdge[];

  @Field(() => PageInfo, { description: "Fin de la page. · End of the page." })
  pageInfo!: PageInfo;
}
