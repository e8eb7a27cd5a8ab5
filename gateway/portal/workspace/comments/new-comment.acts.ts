import type { Language } from "../../language.js";
import { errorsIn, hasErrors } from "../stewardship/parts/checks.js";
import { type Act, toldOn } from "../stewardship/parts/steward-page.js";
import type { FieldErrors } from "../stewardship/parts/tried.js";
import { HubRefused } from "../workspace-page.js";
import { portalCommentOnFigure } from "./comment-on-figure.operation.js";
import { chosenIn } from "./shown-figures.js";
import { commentsWords } from "./words.js";

// The field that holds each argument; what else the hub refuses is told above the form.
const fields: Readonly<Record<string, string>> = {
  ...{ text: "text", language: "language" },
  ...{ level: "figure", area: "figure", category: "figure", vintage: "figure", campaign: "figure" },
};

/** Each error with the name of its field. */
function named(errors: FieldErrors, language: Language): FieldErrors {
  const say = commentsWords(language);
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => [
      name,
      say("fieldError", { field: say(name as "text" | "figure" | "language"), error }),
    ]),
  );
}

/** Sends what was written of the figure chosen; what is to be mended is told beside its field. */
export const comment: Act = async (asked, sent) => {
  const { ask, language, query } = asked;
  const errors = errorsIn(language, sent, { figure: "text", text: "text" });
  if (hasErrors(errors)) return { errors: named(errors, language) };
  const written = sent.one("language");
  try {
    await ask(portalCommentOnFigure, {
      input: {
        indicator: query["indicator"]?.[0] ?? "",
        campaign: query["campaign"]?.[0] ?? "",
        ...chosenIn(sent.one("figure")),
        text: sent.one("text"),
        language: written === "FR" || written === "EN" ? written : null,
        idempotencyKey: sent.one("key"),
      },
    });
  } catch (refusal) {
    const field = refusal instanceof HubRefused ? fields[refusal.place ?? ""] : undefined;
    if (!(refusal instanceof HubRefused) || field === undefined) throw refusal;
    return { errors: named({ [field]: refusal.messages[language] }, language) };
  }
  return toldOn(asked, "figureComments", {}, "written");
};
