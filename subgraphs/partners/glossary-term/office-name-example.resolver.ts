import { Ctx, Query, Resolver } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { OfficeNameExample } from "./office-name-example.entity.js";
import { findOfficeNameExamples } from "./office-name-example.repository.js";

@Resolver(() => OfficeNameExample)
export class OfficeNameExampleResolver {
  @Query(() => [OfficeNameExample], {
    description:
      "Exemples imprimés de noms de bureaux, sans établissement. · Printed examples of names of offices, without establishment.",
  })
  @Public()
  officeNameExamples(@Ctx() context: SubgraphContext): Promise<OfficeNameExample[]> {
    return findOfficeNameExamples(context);
  }
}
