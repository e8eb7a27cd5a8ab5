import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { approveRelease } from "./approve-release.service.js";
import { BuildReleaseInput } from "./build-release.input.js";
import { buildRelease } from "./build-release.service.js";
import { PartnerRecordConnection } from "./partner-record-connection.entity.js";
import { readPartnerRecords } from "./read-partner-records.service.js";
import { Release } from "./release.entity.js";
import { findReleases } from "./release.repository.js";

@Resolver(() => Release)
export class ReleaseResolver {
  @Authorized("research:read", "steward:privacy", "steward:publish")
  @Query(() => [Release], {
    description:
      "Les diffusions : pour la recherche, celles de son entente qui sont approuvées ; toutes pour qui les construit ou les approuve. · The releases: for research, those of its agreement that are approved; all for who builds or approves them.",
  })
  releases(@Ctx() context: SubgraphContext): Promise<Release[]> {
    return asCaller(context, findReleases);
  }

  @Authorized("research:agreement")
  @Query(() => PartnerRecordConnection, {
    description:
      "Les fiches anonymisées d'une diffusion, page par page. · The anonymised records of a release, page by page.",
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
      description: "Curseur de fin de la page précédente. · End cursor of the page before.",
    })
    after?: string | null,
  ): Promise<PartnerRecordConnection> {
    return readPartnerRecords(context, { release, first, after: after ?? null });
  }

  @Authorized("steward:privacy")
  @Mutation(() => Release, {
    description:
      "Construit une diffusion anonymisée des banques de partenaires ; une autre personne doit l'approuver. Une entente n'en reçoit qu'une : la différence de deux diffusions révélerait des fiches retirées. · Builds an anonymised release of the rosters; another person must approve it. An agreement gets only one: the difference of two releases would reveal suppressed records.",
  })
  buildRelease(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => BuildReleaseInput, { description: "Ententes et titre. · Agreements and title." })
    input: BuildReleaseInput,
  ): Promise<Release> {
    return buildRelease(context, input);
  }

  @Authorized("steward:publish")
  @Mutation(() => Release, {
    description:
      "Ouvre une diffusion à la recherche ; qui l'a construite ne le peut pas. · Opens a release to research; who built it cannot.",
  })
  approveRelease(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => String, { description: "Code de la diffusion. · Code of the release." })
    id: string,
  ): Promise<Release> {
    return approveRelease(context, id);
  }
}
