import { describe, expect, it } from "vitest";
import { statusOf } from "../push-status.js";
import { context, found } from "../testing/a-context.js";
import { form2025, fullAnswers } from "../testing/a-push.js";
import { rules } from "./index.js";
import { issuesOf } from "./rule.js";

describe("a choice that excludes the others", () => {
  it.each([[["NONE"]], [["FLAT", "EXPENSES"]]])("lets %j pass", (choices) => {
    expect(found(fullAnswers({ G5: { choices } }))).toEqual([]);
  });

  it.each([[["NONE", "FLAT"]], [["FLAT", "NONE"]], [["FLAT", "EXPENSES", "NONE"]]])(
    "does not stand beside another: %j",
    (choices) => {
      expect(found(fullAnswers({ G5: { choices } }))).toEqual(["FORM CHOICE_NOT_ALONE G5"]);
    },
  );

  it("given twice is told as repeated, not as beside another", () => {
    expect(found(fullAnswers({ G5: { choices: ["NONE", "NONE"] } }))).toEqual(["FORM REPEATED_CHOICE G5"]);
  });

  it("keeps a submission, not a draft that is on its way, from being accepted", () => {
    const answers = fullAnswers({ G5: { choices: ["NONE", "FLAT"] } });
    const issues = issuesOf(rules, answers, form2025, context);
    expect(statusOf(issues, answers, "SUBMIT")).toBe("REJECTED");
    expect(statusOf(issues, answers, "DRAFT")).toBe("ACCEPTED_WITH_WARNINGS");
  });
});
