import { buildSubgraph } from "../shared/federation.js";
import { schemasOf, type Subgraph } from "../shared/subgraph.js";
import { Establishment } from "./establishment/establishment.entity.js";
import { establishmentReference } from "./establishment/establishment.reference.js";
import { EstablishmentResolver } from "./establishment/establishment.resolver.js";
import { Research } from "./migrations/1-research.js";
import { History } from "./migrations/2-history.js";
import { Changes } from "./migrations/3-changes.js";
import { published } from "./published.js";
import { ResearchPartnershipEstablishment } from "./research-partnership/research-partnership-establishment.entity.js";
import { ResearchPartnershipPageResolver } from "./research-partnership/research-partnership-page.resolver.js";
import { ResearchPartnership } from "./research-partnership/research-partnership.entity.js";
import { researchPartnershipReference } from "./research-partnership/research-partnership.reference.js";
import { ResearchPartnershipResolver } from "./research-partnership/research-partnership.resolver.js";
import { ResearchUnit } from "./research-unit/research-unit.entity.js";
import { ResearchUnitResolver } from "./research-unit/research-unit.resolver.js";

/** Who does research together: partnerships in and on research, and the units that support them. */
export const researchPartnerships: Subgraph = {
  name: "research-partnerships",
  schemas: schemasOf("research-partnerships"),
  entities: [ResearchPartnership, ResearchPartnershipEstablishment, ResearchUnit],
  migrations: [Research, History, Changes],
  published,
  build: () =>
    buildSubgraph({
      resolvers: [
        ResearchPartnershipResolver,
        ResearchPartnershipPageResolver,
        ResearchUnitResolver,
        EstablishmentResolver,
      ],
      entities: [ResearchPartnership, Establishment],
      references: {
        ResearchPartnership: researchPartnershipReference,
        Establishment: establishmentReference,
      },
      publicTypes: [
        "EnglishStatus",
        "ExtractionMethod",
        "ProvenanceStatus",
        "DataOrigin",
        "Date",
        "ResearchKind",
        "ResearchStage",
        "PartnerProfile",
        "EngagementDegree",
        "Leadership",
        "ResearchUnitKind",
      ],
    }),
};
