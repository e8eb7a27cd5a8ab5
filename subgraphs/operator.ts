// What an operator's command may know of the subgraphs: their database, and none of their schemas, so that it starts at once.
export { keptFiles } from "./shared/embedded-database/backup/kept-files.js";
export { BackupError } from "./shared/embedded-database/backup/errors.js";
export { type LastBackup, readLastBackup } from "./shared/embedded-database/backup/last-backup.js";
export {
  type CheckedBackup,
  checkedBackup,
  restoreBackup,
} from "./shared/embedded-database/backup/restore-backup.js";
export { takeBackup, type TakenBackup } from "./shared/embedded-database/backup/take-backup.js";
export { EmbeddedDatabaseError } from "./shared/embedded-database/errors.js";
export { visitEmbeddedDatabase } from "./shared/embedded-database/visit.js";
export { signingKeyOf } from "./shared/secrets/signing-key.js";
export { StartError } from "./shared/start-error.js";
export { type AuditFinding } from "./quality-indicators/audit/finding.js";
export { type AuditVerification, verifyAudit } from "./quality-indicators/audit/verify-audit.service.js";
