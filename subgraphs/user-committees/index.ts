import { buildSubgraph } from "../shared/federation.js";
import { schemasOf, type Subgraph } from "../shared/subgraph.js";
import { CollaborationIntensityDefinition } from "./collaboration-intensity/collaboration-intensity.entity.js";
import { CollaborationIntensityResolver } from "./collaboration-intensity/collaboration-intensity.resolver.js";
import { CollaborationType } from "./collaboration-type/collaboration-type.entity.js";
import { CollaborationTypeResolver } from "./collaboration-type/collaboration-type.resolver.js";
import { Collaboration } from "./collaboration/collaboration.entity.js";
import { CollaborationResolver } from "./collaboration/collaboration.resolver.js";
import { CommitteeKindDefinition } from "./committee-kind/committee-kind.entity.js";
import { CommitteeKindResolver } from "./committee-kind/committee-kind.resolver.js";
import { Establishment } from "./establishment/establishment.entity.js";
import { establishmentReference } from "./establishment/establishment.reference.js";
import { EstablishmentResolver } from "./establishment/establishment.resolver.js";
import { Committees } from "./migrations/1-committees.js";
import { History } from "./migrations/2-history.js";
import { Changes } from "./migrations/3-changes.js";
import { PostureDefinition } from "./posture/posture.entity.js";
import { PostureResolver } from "./posture/posture.resolver.js";
import { published } from "./published.js";
import { UserCommittee } from "./user-committee/user-committee.entity.js";
import { userCommitteeReference } from "./user-committee/user-committee.reference.js";
import { UserCommitteeResolver } from "./user-committee/user-committee.resolver.js";

/** Who defends users' rights: the committees of each establishment, and how offices work with them. */
export const userCommittees: Subgraph = {
  name: "user-committees",
  schemas: schemasOf("user-committees"),
  entities: [
    UserCommittee,
    CommitteeKindDefinition,
    PostureDefinition,
    Collaboration,
    CollaborationType,
    CollaborationIntensityDefinition,
  ],
  migrations: [Committees, History, Changes],
  published,
  build: () =>
    buildSubgraph({
      resolvers: [
        UserCommitteeResolver,
        CommitteeKindResolver,
        PostureResolver,
        CollaborationResolver,
        CollaborationTypeResolver,
        CollaborationIntensityResolver,
        EstablishmentResolver,
      ],
      entities: [UserCommittee, Establishment],
      references: { UserCommittee: userCommitteeReference, Establishment: establishmentReference },
      publicTypes: [
        "EnglishStatus",
        "ExtractionMethod",
        "ProvenanceStatus",
        "DataOrigin",
        "Date",
        "CommitteeKind",
        "Posture",
        "CollaborationIntensity",
      ],
    }),
};
