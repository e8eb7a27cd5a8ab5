import { establishments } from "./establishments/index.js";
import { partners } from "./partners/index.js";
import { qualityIndicators } from "./quality-indicators/index.js";
import { researchPartnerships } from "./research-partnerships/index.js";
import type { Subgraph } from "./shared/subgraph.js";
import { userCommittees } from "./user-committees/index.js";

/** The five subgraphs of the hub. */
export const subgraphs: readonly Subgraph[] = [
  establishments,
  partners,
  userCommittees,
  researchPartnerships,
  qualityIndicators,
];

// What the gateway and the seeds may know of the subgraphs, all in one place.
export { hashOf } from "./shared/canonical-json.js";
export { type Clock, systemClock } from "./shared/clock.js";
export {
  bearerToken,
  principalOf,
  tokenVerifier,
  type TokenVerifier,
  type TrustedIssuer,
} from "./shared/access-token.js";
export { type DatabaseAddress, roleSecretOf } from "./shared/database-address.js";
export { prepareRoles } from "./shared/database-roles.js";
export { SubgraphDatabase } from "./shared/database.js";
export {
  EmbeddedDatabaseError,
  type EmbeddedDatabase,
  readHubAddress,
  startEmbeddedDatabase,
  writeHubAddress,
} from "./shared/embedded-database/index.js";
export { perSubgraph, port, readEnvironment, sharedVariables, variableOf } from "./shared/environment.js";
export { type ErrorLog, runSubgraph, type RunningSubgraph, type SubgraphRequest } from "./shared/execute.js";
export { HubError, isRefusal, refusals } from "./shared/errors.js";
export { migrate, ownerSource } from "./shared/migrate.js";
export { openSubgraph } from "./shared/open-subgraph.js";
export {
  type Audience,
  audienceOf,
  type Principal,
  publicPrincipal,
  type Scope,
  scopes,
} from "./shared/principal.js";
export { searchText } from "./shared/search-text.js";
export { subgraphServer } from "./shared/subgraph-server.js";
export { StartError } from "./shared/start-error.js";
export { type Subgraph, type SubgraphName, subgraphNames } from "./shared/subgraph.js";
export { computePublication } from "./quality-indicators/publication/compute-publication.js";
export { type PublicationInput } from "./quality-indicators/publication/publication-input.js";
export { receiptOf } from "./quality-indicators/submission/receipt.js";
