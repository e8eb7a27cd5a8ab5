import { HubError, type ToldValue } from "../../shared/errors.js";
import { publicText } from "../../shared/public-text.js";

const longestReason = 2_000;

/** Refuses an act whose reason is blank, endless or unreadable: whoever it touches must read why. */
export function refuseUnusableReason(reason: string): void {
  const refuse = (observed: ToldValue, expected: ToldValue): never => {
    throw new HubError("INVALID_ARGUMENT", { argument: "reason", observed, expected }, "reason");
  };
  if (reason.trim() === "") refuse({ fr: "« »", en: "“”" }, { fr: "un texte", en: "a text" });
  if (reason.length > longestReason)
    refuse(
      { fr: `long de ${reason.length} caractères`, en: `${reason.length} characters long` },
      { fr: `au plus ${longestReason}`, en: `at most ${longestReason}` },
    );
  // PostgreSQL keeps neither half a character nor a null one.
  if (/\p{Surrogate}/u.test(reason) || reason.includes("\0"))
    refuse(
      { fr: "un texte au caractère illisible", en: "a text with an unreadable character" },
      { fr: "un texte lisible", en: "a readable text" },
    );
}

/** The reason of an act that everybody reads; refuses what any reason is refused for, and personal data. */
export function publicReason(given: string): string {
  refuseUnusableReason(given);
  return publicText(given, { argument: "reason", mostCharacters: longestReason });
}
