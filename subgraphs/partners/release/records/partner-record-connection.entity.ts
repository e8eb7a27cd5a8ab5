import { Field, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../../shared/authorized.js";
import { DataOrigin } from "../../../shared/data-origin.js";
import { PageInfo } from "../../../shared/page-info.js";
import { PartnerRecord } from "../partner-record.entity.js";

@Authorized("research:agreement")
@ObjectType({ description: "Une fiche et sa place dans la liste. · A record and its place in the list." })
export class PartnerRecordEdge {
  @Field(() => String, { description: "Curseur de la fiche. · Cursor of the record." })
  cursor!: string;

  @Field(() => PartnerRecord, { description: "La fiche. · The record." })
  node!: PartnerRecord;
}

@Authorized("research:agreement")
@ObjectType({ description: "Une page de fiches d'une diffusion. · A page of records of a release." })
export class PartnerRecordConnection {
  @Field(() => [PartnerRecordEdge], { description: "Les fiches de la page. · The records of the page." })
  edges!: PartnerRecordEdge[];

  @Field(() => PageInfo, { description: "Fin de la page. · End of the page." })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: "Nombre exact de fiches de la diffusion. · Exact number of records of the release.",
  })
  totalCount!: number;

  @Field(() => DataOrigin, {
    description: "SYNTHETIC pour la démonstration. · SYNTHETIC for the demonstration.",
  })
  origin!: DataOrigin;
}
