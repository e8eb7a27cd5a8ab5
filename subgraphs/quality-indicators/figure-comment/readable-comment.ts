import { HubError, type ToldValue } from "../../shared/errors.js";
import { readableText } from "../../shared/public-text.js";
import type { CommentOnFigureInput } from "./comment-on-figure.input.js";
import type { FigureComment } from "./figure-comment.entity.js";

/** The figure that a comment speaks of, as its input names it. */
export type CommentedFigure = Pick<FigureComment, "campaign" | "level" | "area" | "category" | "vintage"> & {
  readonly indicator: string;
};

const mostCharacters = 2_000;
const longestCode = 200;

const refuse = (argument: string, observed: ToldValue, expected: ToldValue): never => {
  throw new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
};

/** A comment, or the answer to one: lines are kept, control characters refused. */
export function readableWords(given: string, argument: string): string {
  const text = readableText(given.replace(/\r\n?/g, "\n"), { argument, mostCharacters });
  if (/(?![\n\t])\p{Control}/u.test(text))
    refuse(
      argument,
      { fr: "un texte avec un caractère de contrôle", en: "a text with a control character" },
      { fr: "un texte sans caractère de contrôle", en: "a text without control characters" },
    );
  return text;
}

/** The figure that an input names; refuses a code that none can have. */
export function readableFigure(input: CommentOnFigureInput): CommentedFigure {
  const { indicator, campaign, level, area } = input;
  const { category = null, vintage = null } = input;
  for (const [argument, code] of Object.entries({ indicator, campaign, area, category, vintage }))
    if (code !== null) readableText(code, { argument, mostCharacters: longestCode });
  return { indicator, campaign, level, area, category, vintage };
}

/** The key of a comment; refuses one that cannot be kept. */
export const readableKey = (key: string): string =>
  readableText(key, { argument: "idempotencyKey", mostCharacters: longestCode });
