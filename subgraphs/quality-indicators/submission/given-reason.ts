import { HubError } from "../../shared/errors.js";

/** Refuses an act whose reason is blank: whoever it touches must read why. */
export function refuseBlankReason(reason: string): void {
  if (reason.trim() !== "") return;
  throw new HubError(
    "INVALID_ARGUMENT",
    {
      argument: "reason",
      observed: { fr: "« »", en: "“”" },
      expected: { fr: "un texte", en: "a text" },
    },
    "reason",
  );
}
