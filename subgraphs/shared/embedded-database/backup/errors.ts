/** What can keep a backup from being made or restored. */
export type BackupErrorCode =
  | "TABLESPACES"
  | "LOG_INCOMPLETE"
  | "NOT_EMPTY"
  | "NO_ROOM"
  | "NO_BACKUP"
  | "BACKUP_DAMAGED"
  | "OTHER_MAJOR"
  | "HUB_SERVES"
  | "NOT_VERIFIED";

/** A refusal in French and English. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  constructor(
    readonly code: BackupErrorCode,
    readonly french: string,
    readonly english: string,
  ) {
    super(`${french}\n${english}`);
  }
}
