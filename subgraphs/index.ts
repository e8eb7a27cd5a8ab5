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
export { type Clock, dayInToronto, systemClock } from "./shared/clock.js";
export { bearerToken, tokenVerifier, type TokenVerifier } from "./shared/access-token.js";
export { type DatabaseAddress, roleSecretOf } from "./shared/database-address.js";
export { SubgraphDatabase } from "./shared/database.js";
export {
  EmbeddedDatabaseError,
  type EmbeddedDatabase,
  forgetHubAddress,
  readHubAddress,
  startEmbeddedDatabase,
  writeHubAddress,
} from "./shared/embedded-database/index.js";
export {
  perSubgraph,
  port,
  readEnvironment,
  refuseDemonstrationInProduction,
  sharedVariables,
  variableOf,
} from "./shared/environment.js";
export { errorForLog } from "./shared/error-for-log.js";
export { runSubgraph, type RunningSubgraph } from "./shared/execute.js";
export { HubError, refusals } from "./shared/errors.js";
export { openSubgraph } from "./shared/open-subgraph.js";
export { asOwner, type OwnerConnection } from "./shared/owner-connection.js";
export { prepareDatabase } from "./shared/prepare-database.js";
export { type Principal, publicPrincipal } from "./shared/principal.js";
export { readReferenceFile } from "./shared/reference-file.js";
export { searchText } from "./shared/search-text.js";
export { subgraphServer } from "./shared/subgraph-server.js";
export { StartError } from "./shared/start-error.js";
export { type Subgraph, type SubgraphName, subgraphNames } from "./shared/subgraph.js";
export { computePublication } from "./quality-indicators/publication/compute-publication.js";
export { type PublicationInput } from "./quality-indicators/publication/publication-input.js";
export { type Form } from "./quality-indicators/form/form.entity.js";
export { type FormQuestion } from "./quality-indicators/form/form-question.entity.js";
export { type Answer } from "./quality-indicators/submission/answer.js";
export { judgeOffline } from "./quality-indicators/submission/judge-offline.js";
export { type Difference, type PushCounts } from "./quality-indicators/submission/push-difference.js";
export { type PushStatusCode } from "./quality-indicators/submission/push-status.js";
export { type Issue, type Severity } from "./quality-indicators/submission/rules/issue.js";
export { MissingCode } from "./quality-indicators/submission/submission-state.js";
export { receiptOf } from "./quality-indicators/submission/receipt.js";
