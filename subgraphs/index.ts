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
export { type AccessRule, mayRead } from "./shared/field-rules/access-rule.js";
export { canonicalJson, hashOf } from "./shared/canonical-json.js";
export { changedExtension, readNews, signOfLifeMs, topicsIn } from "./shared/changes/change-stream.js";
export {
  type ChangeNews,
  type ChangeObserver,
  changesAt,
  type ChangeSource,
} from "./shared/changes/changes.js";
export { type Clock, dayInToronto, systemClock } from "./shared/clock.js";
export { tokenVerifier, type TokenVerifier, type TrustedIssuer } from "./shared/access-token/access-token.js";
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
export { disclosurePolicy } from "./quality-indicators/disclosure/disclosure-policy.js";
export {
  port,
  readEnvironment,
  refuseDemonstrationInProduction,
  sharedVariables,
  variableOf,
} from "./shared/environment.js";
export { DoubledMember, parseDistinct } from "./shared/access-token/distinct-json.js";
export { errorForLog } from "./shared/error-for-log.js";
export { runSubgraph, type RunningSubgraph } from "./shared/execute.js";
export { HubError, isRefusal, type RefusalCode, refusals, type ToldValue } from "./shared/errors.js";
export { refuseUnknownDatabase, standingsOf } from "./shared/migration/judge-database.js";
export { type MigrationStanding, refuseIfNarrowed } from "./shared/migration/standing.js";
export { openSubgraph, type OpenSubgraph, prepareSubgraph } from "./shared/open-subgraph.js";
export { asOwner, type OwnerConnection } from "./shared/owner-connection.js";
export { releasePolicy } from "./partners/release/release-policy.js";
export { prepareDatabase } from "./shared/prepare-database.js";
export { peerTransport, type PeerTransport } from "./shared/peer.js";
export { type Principal, publicPrincipal, scopes } from "./shared/principal.js";
export { addDrain, type Drain } from "./shared/operations/drain.js";
export { keepTickShape } from "./shared/operations/tick-shape.js";
export {
  openOperationsServer,
  type OperationsServer,
  type WatchedProcess,
} from "./shared/operations/operations-server.js";
export {
  type OperationsSettings,
  operationsSettingsOf,
  operationsVariables,
} from "./shared/operations/operations-variables.js";
export {
  longestStateMs,
  missingPart,
  type PartState,
  readyPart,
  stateOf,
} from "./shared/operations/part-state.js";
export { processMetrics } from "./shared/operations/process-metrics.js";
export { stopOnSignals, type Stopping } from "./shared/operations/stop-signals.js";
export { subgraphMetrics } from "./shared/operations/subgraph-metrics.js";
export {
  beginSpan,
  carriedContext,
  carriedHeaders,
  type Traced,
  within,
} from "./shared/operations/tracing.js";
export { readReferenceFile } from "./shared/reference-file.js";
export { issuerAddressOf } from "./shared/access-token/issuer-address.js";
export { searchText } from "./shared/search-text.js";
export { sownBefore } from "./shared/sown-before.js";
export { subgraphServer } from "./shared/subgraph-server.js";
export { databaseAddresses, hopSecretsOf } from "./shared/secrets/given-secrets.js";
export { givenSigningKey, type SigningKeySource } from "./shared/secrets/given-signing-key.js";
export { hopHeader, signHop } from "./shared/hop-token.js";
export { watchRoleSecrets } from "./shared/secrets/role-passwords.js";
export { type SecretSource } from "./shared/secrets/secret-source.js";
export { begun } from "./shared/file-answer.js";
export { isHeldAlready } from "./shared/file-conditions.js";
export { httpStatusOf } from "./shared/refusals/http-status.js";
export { type FileAnswer, fileHeadHeader, type FileQuestion, readFileHead } from "./shared/subgraph-file.js";
export { presentedToken, type TokenCarrier } from "./shared/access-token/presented-token.js";
export { givenReplica, replicaWords } from "./shared/replica/given-replica.js";
export { StartError } from "./shared/start-error.js";
export { type PublishedTables } from "./shared/published-tables.js";
export { type Subgraph } from "./shared/subgraph.js";
export { type SubgraphName, subgraphNames } from "./shared/subgraph-name.js";
export { IssuerUnavailable, TokenRefused } from "./shared/access-token/token-refusal.js";
export { type DatabaseExamination, examineDatabase } from "./shared/examination/examine-database.js";
export { examineIssuer } from "./shared/examination/examine-issuer.js";
export { type IssuerAddress } from "./shared/access-token/issuer-address.js";
export { readLastBackup } from "./operator.js";
export {
  type AuditFinding,
  type AuditVerification,
  signingKeyOf,
  verifyAudit,
  visitEmbeddedDatabase,
} from "./operator.js";
export { protectedPublication } from "./quality-indicators/publication/compute-publication.js";
export { publishedEntry } from "./quality-indicators/publication-register/publication-entry.js";
export { type PublicationInput } from "./quality-indicators/publication/publication-input.js";
export {
  frameOf,
  type RegisterEstablishment,
} from "./quality-indicators/campaign-window/frame-of-register.js";
export { contentHashOf } from "./quality-indicators/submission/content-hash.js";
