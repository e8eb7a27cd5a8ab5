import { Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { OfficeNameExample } from "./office-name-example.entity.js";
import { readOfficeNameExamples } from "./read-office-name-examples.service.js";

@Resolver(() => OfficeNameExample)
export class OfficeNameExampleResolver {
  @Query(() => [OfficeNameExample], {
    description:
      "Exemples imprimés de noms de bureaux, sans établissement. · Printed examples of names of offices, without establishment.",
  })
  @Public()
  officeNameExamples(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<OfficeNameExample[]> {
    return readOfficeNameExamples(context, asOf);
  }
}
