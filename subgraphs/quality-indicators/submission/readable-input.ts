import { HubError } from "../../shared/errors.js";
import type { YearlyFiguresInput } from "./yearly-figures.input.js";

// A form asks some forty questions; a push with far more answers than that is not one.
const mostAnswers = 500;
const longestKey = 200;
const longestReason = 2_000;

const isReadable = (text: string): boolean => !/\p{Surrogate}/u.test(text) && !text.includes("\0");

/** Refuses a push whose envelope cannot be kept as it is; what is wrong with its answers is told in the result. */
export function refuseUnreadableInput(input: YearlyFiguresInput): void {
  const { idempotencyKey: key, reason, noticeVersion, campaign, establishment, office, answers } = input;
  const refuse = (argument: string, observed: string, expected: string): never => {
    throw new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
  };
  if (key.trim() === "" || key.length > longestKey || !isReadable(key))
    refuse("idempotencyKey", `${key.length} car. · chars`, `1–${longestKey}`);
  if ((reason ?? "").length > longestReason)
    refuse("reason", `${reason?.length ?? 0} car. · chars`, `≤ ${longestReason}`);
  for (const [argument, text] of Object.entries({ reason, noticeVersion, campaign, establishment, office }))
    if (!isReadable(text ?? ""))
      refuse(argument, "caractère illisible · unreadable character", "texte · text");
  if (answers.length > mostAnswers) refuse("answers", String(answers.length), `≤ ${mostAnswers}`);
}
