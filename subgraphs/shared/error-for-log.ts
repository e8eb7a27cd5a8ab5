/** What a log may hold of an error: never a statement, its parameters, or a message of PostgreSQL, which quote figures and texts. */
export function errorForLog(error: unknown): object {
  if (typeof error !== "object" || error === null) return { type: typeof error };
  const { name, code, constraint, message, stack } = error as Partial<Error> &
    Readonly<Record<"code" | "constraint", unknown>>;
  const isFromDatabase = "driverError" in error || "severity" in error || "parameters" in error;
  return {
    type: name ?? "Error",
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(isFromDatabase ? {} : { message }),
    frames: (stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
  };
}
