import { openingIssue } from "../../campaign/opening-issue.js";
import { FinestLevel, QuestionType } from "../form-question.entity.js";
import type { FormCheck } from "./form-check.js";

const texts: ReadonlySet<QuestionType> = new Set([QuestionType.TEXT, QuestionType.TEXTS]);

/** What people write in their own words is never published: no rule of protection can read it. */
export const checkPublication: FormCheck = ({ questions }) =>
  questions.flatMap(({ code, type, finestLevel }, index) =>
    texts.has(type) && finestLevel !== FinestLevel.NEVER
      ? openingIssue("TEXT_NEVER_PUBLISHED", `form.questions[${index}].finestLevel`, {
          fr: `La question ${code} est un texte libre : il n'est jamais publié.`,
          en: `Question ${code} is free text: it is never published.`,
          observed: finestLevel,
          expected: FinestLevel.NEVER,
        })
      : [],
  );
