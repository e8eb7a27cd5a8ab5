import { buildSubgraph } from "../shared/federation.js";
import { schemasOf, type Subgraph } from "../shared/subgraph.js";
import { Establishment } from "./establishment/establishment.entity.js";
import { establishmentReference } from "./establishment/establishment.reference.js";
import { EstablishmentResolver } from "./establishment/establishment.resolver.js";
import { HealthRegion } from "./health-region/health-region.entity.js";
import { healthRegionReference } from "./health-region/health-region.reference.js";
import { HealthRegionResolver } from "./health-region/health-region.resolver.js";
import { Register } from "./migrations/1-register.js";
import { History } from "./migrations/2-history.js";
import { Repertoire } from "./migrations/3-repertoire.js";
import { Borders } from "./migrations/4-borders.js";
import { Changes } from "./migrations/5-changes.js";
import { PartnershipOffice } from "./partnership-office/partnership-office.entity.js";
import { published } from "./published.js";
import { AddedResource } from "./shared-resource/added-resource.entity.js";
import { AddedResourceResolver } from "./shared-resource/added-resource.resolver.js";
import { ResourceReuse } from "./shared-resource/resource-reuse.entity.js";
import { ResourceReuseResolver } from "./shared-resource/resource-reuse.resolver.js";
import { SharedResource } from "./shared-resource/shared-resource.entity.js";
import { SharedResourceResolver } from "./shared-resource/shared-resource.resolver.js";

/** Who is there: health regions, establishments, their partnership offices, and what they put in common. */
export const establishments: Subgraph = {
  name: "establishments",
  schemas: schemasOf("establishments"),
  entities: [HealthRegion, Establishment, PartnershipOffice, SharedResource, AddedResource, ResourceReuse],
  migrations: [Register, History, Repertoire, Borders, Changes],
  published,
  build: () =>
    buildSubgraph({
      resolvers: [
        HealthRegionResolver,
        EstablishmentResolver,
        SharedResourceResolver,
        AddedResourceResolver,
        ResourceReuseResolver,
      ],
      entities: [HealthRegion, Establishment],
      references: { HealthRegion: healthRegionReference, Establishment: establishmentReference },
      publicTypes: [
        "EnglishStatus",
        "ExtractionMethod",
        "ProvenanceStatus",
        "RegionGroup",
        "EstablishmentType",
        "Represented",
        "PeerGroup",
        "OfficeStatus",
        "SharedResourceKind",
        "Date",
      ],
    }),
};
