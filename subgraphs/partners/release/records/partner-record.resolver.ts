import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { Authorized } from "../../../shared/authorized.js";
import type { SubgraphContext } from "../../../shared/context.js";
import { PartnerRecord } from "../partner-record.entity.js";
import { countPartnerRecords } from "./count-partner-records.service.js";
import { PartnerRecordConnection } from "./partner-record-connection.entity.js";
import { PartnerRecordCounts } from "./partner-record-counts.entity.js";
import { readPartnerRecords } from "./read-partner-records.service.js";
import { RecordConditionInput, RecordOrderInput } from "./record-question.input.js";

const filterDescription =
  "Conditions, toutes remplies ; aucune : toutes les fiches. · Conditions, all of which hold; none: every record.";

@Resolver(() => PartnerRecord)
export class PartnerRecordResolver {
  @Authorized("research:agreement")
  @Query(() => PartnerRecordConnection, {
    description:
      "Les fiches anonymisées d'une diffusion, filtrées, triées, page par page. · The anonymised records of a release, filtered, sorted, page by page.",
  })
  partnerRecords(
    @Ctx() context: SubgraphContext,
    @Arg("release", () => String, { description: "Code de la diffusion. · Code of the release." })
    release: string,
    @Arg("first", () => Int, {
      defaultValue: 50,
      description: "Longueur de la page, 1 000 au plus. · Length of the page, at most 1,000.",
    })
    first: number,
    @Arg("after", () => String, {
      nullable: true,
      description:
        "Curseur de fin de la page précédente, avec le même filtre et le même tri. · End cursor of the page before, with the same filter and sort.",
    })
    after: string | undefined,
    @Arg("filter", () => [RecordConditionInput], { nullable: true, description: filterDescription })
    filter: RecordConditionInput[] = [],
    @Arg("sort", () => [RecordOrderInput], {
      nullable: true,
      description:
        "Tri, de la première variable à la dernière, puis dans l'ordre de l'entente. · Sort, from the first variable to the last, then in the order of the agreement.",
    })
    sort: RecordOrderInput[] = [],
  ): Promise<PartnerRecordConnection> {
    return readPartnerRecords(context, { release, first, after: after ?? null, filter, sort });
  }

  @Authorized("research:agreement")
  @Query(() => PartnerRecordCounts, {
    description:
      "Combien de fiches d'une diffusion ont chaque combinaison de valeurs ; 1 000 combinaisons au plus. · How many records of a release have each combination of values; at most 1,000 combinations.",
  })
  partnerRecordCounts(
    @Ctx() context: SubgraphContext,
    @Arg("release", () => String, { description: "Code de la diffusion. · Code of the release." })
    release: string,
    @Arg("groupBy", () => [String], {
      description: "Variables dont compter les combinaisons. · Variables whose combinations to count.",
    })
    groupBy: string[],
    @Arg("filter", () => [RecordConditionInput], { nullable: true, description: filterDescription })
    filter: RecordConditionInput[] = [],
  ): Promise<PartnerRecordCounts> {
    return countPartnerRecords(context, { release, groupBy, filter });
  }
}
