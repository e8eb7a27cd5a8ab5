import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { HealthRegion } from "../health-region/health-region.entity.js";
import { healthRegionByCode } from "../health-region/health-region.loader.js";
import { PartnershipOffice } from "../partnership-office/partnership-office.entity.js";
import { officeByEstablishment } from "../partnership-office/partnership-office.loader.js";
import { Establishment, EstablishmentType } from "./establishment.entity.js";
import { establishmentByCode } from "./establishment.loader.js";
import { listEstablishments } from "./list-establishments.service.js";
import { validOn } from "./validity.js";

@Resolver(() => Establishment)
export class EstablishmentResolver {
  @Query(() => [Establishment], {
    description:
      "Les établissements, au besoin d'une région, d'un type, ou dont le nom contient les mots cherchés (accents ignorés). · The establishments, optionally of a region, of a type, or whose name has the searched words (accents ignored).",
  })
  @Public()
  establishments(
    @Ctx() context: SubgraphContext,
    @Arg("region", () => String, {
      nullable: true,
      description: "Code de région, RSS-05. · Region code, RSS-05.",
    })
    @Public()
    region: string | null,
    @Arg("type", () => EstablishmentType, { nullable: true, description: "Type. · Kind." })
    @Public()
    type: EstablishmentType | null,
    @Arg("search", () => String, { nullable: true, description: "Mots cherchés. · Words to find." })
    @Public()
    search: string | null,
    @AsOf() asOf?: string,
  ): Promise<Establishment[]> {
    return listEstablishments(
      context,
      { region: region ?? null, type: type ?? null, search: search ?? null },
      asOf,
    );
  }

  @Query(() => Establishment, {
    nullable: true,
    description: "Un établissement par son code, ou rien. · One establishment by its code, or nothing.",
  })
  @Public()
  async establishment(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, { description: "Code de l'établissement. · Code of the establishment." })
    @Public()
    code: string,
    @AsOf() asOf?: string,
  ): Promise<Establishment | null> {
    return validOn(await establishmentByCode(context, asOf).load(code), asOf);
  }

  @FieldResolver(() => HealthRegion, { description: "Sa région sociosanitaire. · Its health region." })
  @Public()
  region(
    @Root() establishment: Establishment,
    @Ctx() context: SubgraphContext,
  ): Promise<HealthRegion | null> {
    return healthRegionByCode(context, asOfOf(establishment)).load(establishment.regionCode);
  }

  @FieldResolver(() => PartnershipOffice, {
    nullable: true,
    description: "Son bureau de partenariat. · Its partnership office.",
  })
  @Public()
  async partnershipOffice(
    @Root() establishment: Establishment,
    @Ctx() context: SubgraphContext,
  ): Promise<PartnershipOffice | null> {
    const asOf = asOfOf(establishment);
    return validOn(await officeByEstablishment(context, asOf).load(establishment.code), asOf);
  }
}
