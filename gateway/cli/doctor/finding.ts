import type { Words } from "../../figures-file/problem.js";

/** How grave: a fault keeps the hub from starting or from being safe; a warning is for the operator to judge. */
export type Level = "ok" | "warning" | "fault";

/** One thing looked at. */
export interface Finding {
  readonly level: Level;
  readonly about: Words;
  /** What was found; with the next step where it is not well. */
  readonly found: Words;
}

/** Makes the findings of one subject. */
export const findingsAbout = (fr: string, en: string) => {
  const of =
    (level: Level) =>
    (foundFr: string, foundEn: string): Finding => ({
      level,
      about: { fr, en },
      found: { fr: foundFr, en: foundEn },
    });
  return { ok: of("ok"), warning: of("warning"), fault: of("fault") };
};

/** A reason in a few words, without what an address may hold of secrets. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return (code ?? message ?? String(error)).split("\n")[0]!.replace(/\/\/[^@\s/]*@/g, "//…@");
};
