import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { PageInfo } from "../../shared/page-info.js";
import { AuditEntry } from "./audit-entry.entity.js";

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Une entrée du journal et sa place dans la liste. · An entry of the audit and its place in the list.",
})
export class AuditTrailEdge {
  @Field(() => String, {
    description:
      "Curseur de cette entrée, à donner dans `after`. · Cursor of this entry, to give as `after`.",
  })
  cursor!: string;

  @Field(() => AuditEntry, { description: "L'entrée. · The entry." })
  node!: AuditEntry;
}

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description: "Une page du journal, la première entrée d'abord. · A page of the audit, oldest first.",
})
export class AuditTrail {
  @Field(() => [AuditTrailEdge], { description: "Les entrées de la page. · The entries of the page." })
  edges!: AuditTrailEdge[];

  @Field(() => PageInfo, { description: "Où finit la page. · Where the page ends." })
  pageInfo!: PageInfo;
}
