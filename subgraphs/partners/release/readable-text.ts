import { HubError } from "../../shared/errors.js";

/** Refuses a text with half of a surrogate pair or a null character: PostgreSQL alters the one and refuses the other. */
export function refuseUnreadable(argument: string, text: string): void {
  if (!/\p{Surrogate}/u.test(text) && !text.includes("\0")) return;
  throw new HubError(
    "INVALID_ARGUMENT",
    {
      argument,
      observed: { fr: "un texte avec un caractère illisible", en: "a text with an unreadable character" },
      expected: { fr: "un texte lisible", en: "a text that can be read" },
    },
    argument,
  );
}
