import { Ctx, Directive, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { hubScope } from "../../shared/principal.js";
import { asCaller } from "../../shared/tenancy.js";
import { Admission } from "./admission.entity.js";
import { findAdmissions } from "./credential.repository.js";

@Resolver(() => Admission)
export class AdmissionResolver {
  @Authorized(hubScope)
  @Directive("@inaccessible")
  @Query(() => [Admission], {
    description:
      "Qui est habilité, suspendu ou terminé ; pour le carrefour seul. · Who is granted, suspended or ended; for the hub alone.",
  })
  admissions(@Ctx() context: SubgraphContext): Promise<Admission[]> {
    return asCaller(context, findAdmissions);
  }
}
