import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { localizedTextOf } from "../../shared/localized-text.input.js";
import { asCaller } from "../../shared/tenancy.js";
import { approveRelease } from "./approve-release.service.js";
import { BuildReleaseInput } from "./build-release.input.js";
import { buildRelease } from "./build-release.service.js";
import { discardRelease } from "./discard-release.service.js";
import { RegisterEntry } from "./register/register-entry.entity.js";
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

  @Authorized("steward:privacy")
  @Mutation(() => Release, {
    description:
      "Construit une diffusion anonymisée des banques de partenaires ; une autre personne doit l'approuver. Lue avec toutes les diffusions antérieures, elle ne dit rien de plus sur personne, ou elle est refusée. Une construction plus longue que le délai de réponse continue : elle paraît dans releases et au registre. · Builds an anonymised release of the rosters; another person must approve it. Read with all earlier releases, it tells nothing more of anybody, or it is refused. A build that takes longer than the time for an answer goes on: it shows in releases and in the register.",
  })
  buildRelease(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => BuildReleaseInput, { description: "Ce qui est demandé. · What is asked for." })
    input: BuildReleaseInput,
  ): Promise<Release> {
    return buildRelease(context, {
      agreements: input.agreements,
      title: input.title,
      purpose: input.purpose ? localizedTextOf(input.purpose) : undefined,
      variables: input.variables ?? undefined,
      invasiveness: input.invasiveness ?? undefined,
      recordLevel: input.recordLevel ?? undefined,
      previous: input.previous ?? undefined,
    });
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

  @Authorized("steward:privacy")
  @Mutation(() => RegisterEntry, {
    description:
      "Écarte une diffusion que personne n'a approuvée : ses fiches sont effacées, elle ne compte plus quand d'autres sont comparées, et son numéro ne sert plus. Le registre en garde l'acte. · Discards a release that nobody approved: its records are erased, it no longer counts when others are compared, and its number is not used again. The register keeps the act.",
  })
  discardRelease(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => String, { description: "Code de la diffusion. · Code of the release." })
    id: string,
    @Arg("reason", () => String, {
      description:
        "Pourquoi, 500 caractères au plus, sans nommer personne. · Why, at most 500 characters, naming nobody.",
    })
    reason: string,
  ): Promise<RegisterEntry> {
    return discardRelease(context, { code: id, reason });
  }
}
