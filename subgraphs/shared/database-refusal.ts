import type { RefusalCode } from "./errors.js";

/*
 * What PostgreSQL answers instead of a result, by its SQLSTATE (appendix A of its manual), a class or a code of it.
 * Names of tables, columns and constraints, and the values that they were compared with, are in its messages: none of
 * them is told. What a service could have refused in better words it refuses itself, before.
 */
const refusedFor: Readonly<Record<string, RefusalCode>> = {
  // unique_violation, exclusion_violation
  "23505": "ALREADY_THERE",
  "23P01": "ALREADY_THERE",
  // foreign_key_violation, restrict_violation
  "23503": "NO_SUCH_REFERENCE",
  "23001": "NO_SUCH_REFERENCE",
  // check_violation, not_null_violation, string_data_right_truncation
  "23514": "AGAINST_A_RULE",
  "23502": "AGAINST_A_RULE",
  "22001": "AGAINST_A_RULE",
  // insufficient_privilege: what row-level security, a right or a guard refuses
  "42501": "NOT_ALLOWED",
  // lock_not_available; class 40: serialization failures and deadlocks
  "55P03": "DISTURBED",
  "40": "DISTURBED",
  // query_canceled: the statement took longer than it may
  "57014": "TOOK_TOO_LONG",
  // idle_in_transaction_session_timeout, transaction_timeout
  "25P03": "TOOK_TOO_LONG",
  "25P04": "TOOK_TOO_LONG",
  // read_only_sql_transaction: the server is not the primary any more.
  "25006": "DATABASE_UNAVAILABLE",
  // Class 28, 3D000: an account, a password or a database that the server does not know.
  "28": "DATABASE_UNAVAILABLE",
  "3D000": "DATABASE_UNAVAILABLE",
  // Class 53: no room, no connection left; class 57: the server stops or starts; class 08: the connection broke.
  "53": "DATABASE_UNAVAILABLE",
  "57": "DATABASE_UNAVAILABLE",
  "08": "DATABASE_UNAVAILABLE",
  ECONNREFUSED: "DATABASE_UNAVAILABLE",
  ECONNRESET: "DATABASE_UNAVAILABLE",
  EPIPE: "DATABASE_UNAVAILABLE",
  ETIMEDOUT: "DATABASE_UNAVAILABLE",
};

// What the driver says without a code: no connection became free in time, or the one in use broke, now or before.
const brokenConnection =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** The refusal that a failure of PostgreSQL, or on the way to it, stands for; null when it is ours to mend. */
export function refusalOfDatabase(cause: unknown): RefusalCode | null {
  if (typeof cause !== "object" || cause === null) return null;
  const { code, message } = cause as { code?: unknown; message?: unknown };
  if (typeof code !== "string")
    return typeof message === "string" && brokenConnection.test(message) ? "DATABASE_UNAVAILABLE" : null;
  return refusedFor[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? refusedFor[code.slice(0, 2)] : null) ?? null;
}
