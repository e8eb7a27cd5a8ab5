import { establishments } from "./establishments/index.js";
import type { Subgraph } from "./shared/subgraph.js";

/** The five subgraphs of the hub. */
export const subgraphs: readonly Subgraph[] = [establishments];

// What the gateway and the seeds may know of the subgraphs, all in one place.
export { type Clock, systemClock } from "./shared/clock.js";
export { type DatabaseAddress } from "./shared/database-address.js";
export { prepareRoles } from "./shared/database-roles.js";
export { SubgraphDatabase } from "./shared/database.js";
export { type ErrorLog, runSubgraph, type RunningSubgraph, type SubgraphRequest } from "./shared/execute.js";
export { HubError, isRefusal, refusals } from "./shared/errors.js";
export { migrate, ownerSource } from "./shared/migrate.js";
export {
  type Audience,
  audienceOf,
  type Principal,
  publicPrincipal,
  type Scope,
  scopes,
} from "./shared/principal.js";
export { searchText } from "./shared/search-text.js";
export { StartError } from "./shared/start-error.js";
export { type Subgraph, type SubgraphName, subgraphNames } from "./shared/subgraph.js";
