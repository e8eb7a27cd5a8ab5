import type { TestDatabase } from "../../../../test/harness/database.js";

/** Lets callers tell the audit what did not happen, in one database: to look at chains and policies by themselves. */
export const takeUnwitnessedEvents = async (database: TestDatabase): Promise<void> => {
  await database.query(`
    ALTER TABLE quality_indicators.audit_entry DISABLE TRIGGER evidence;
    ALTER TABLE quality_indicators.audit_entry DISABLE TRIGGER evidence_of_reminders`);
};
