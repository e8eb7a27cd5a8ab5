// What a terminal may know of the subgraphs without a hub: no schema and no database is loaded, so that it starts at once.
export { hashOf } from "./shared/canonical-json.js";
export { type DatabaseAddress } from "./shared/database-address.js";
export { EmbeddedDatabaseError } from "./shared/embedded-database/errors.js";
export { readHubAddress } from "./shared/embedded-database/hub-address.js";
export {
  readEnvironment,
  refuseDemonstrationInProduction,
  sharedVariables,
  variableOf,
} from "./shared/environment.js";
export { databaseAddresses, hopSecretsOf } from "./shared/secrets/given-secrets.js";
export { givenSigningKey, type SigningKeySource } from "./shared/secrets/given-signing-key.js";
export {
  derivedSecrets,
  givenSecret,
  secretFile,
  type SecretSource,
} from "./shared/secrets/secret-source.js";
export { isLoopback, issuerAddressOf } from "./shared/access-token/issuer-address.js";
export { type OperationsSettings, operationsSettingsOf } from "./shared/operations/operations-variables.js";
export { operationsPortBusy } from "./shared/operations/operations-port-busy.js";
export { readReferenceFile } from "./shared/reference-file.js";
export { type GivenReplica, givenReplica } from "./shared/replica/given-replica.js";
export { StartError } from "./shared/start-error.js";
export { type SubgraphName, subgraphNames } from "./shared/subgraph-name.js";
export { type CountedTable, CountedTableBuilder } from "./partners/release/anonymisation/counted-table.js";
export { type MeasuredRisk, measureRisk } from "./partners/release/anonymisation/measure-risk.js";
export { auditTable } from "./quality-indicators/disclosure/audit-table.js";
export type { DeducedInterval } from "./quality-indicators/disclosure/protected-table.js";
export { readTableFile, type TableFile } from "./quality-indicators/disclosure/table-file/table-file.js";
export {
  TableFileError,
  type TableMistake,
} from "./quality-indicators/disclosure/table-file/table-mistake.js";
export type { Form } from "./quality-indicators/form/form.entity.js";
export type { FormQuestion } from "./quality-indicators/form/form-question.entity.js";
export { type Answer, missingCodes } from "./quality-indicators/submission/answer.js";
export { judgeOffline } from "./quality-indicators/submission/judge-offline.js";
export {
  type Difference,
  differenceOf,
  type PushCounts,
} from "./quality-indicators/submission/push-difference.js";
export { isBlocking, type PushStatusCode } from "./quality-indicators/submission/push-status.js";
export { countWords } from "./quality-indicators/submission/rules/v06-text-length.js";
export type { Issue, Severity } from "./quality-indicators/submission/rules/issue.js";
export { dayInToronto } from "./shared/clock.js";
export { judgeRosterOffline } from "./partners/roster/judge-roster-offline.js";
export type { RosterCounts } from "./partners/roster/roster-changes.js";
export { type CodedColumn, engagementColumns, partnerColumns } from "./partners/roster/roster-codes.js";
export type { RosterDifference } from "./partners/roster/roster-difference.js";
export { mostPartners } from "./partners/roster/roster-limits.js";
export type { SentEngagement, SentPartner } from "./partners/roster/roster-row.js";
export type { RosterIssue } from "./partners/roster/rules/issue.js";
export {
  type FileProtection,
  protectTableFile,
} from "./quality-indicators/disclosure/complementary/protect-table-file.js";
