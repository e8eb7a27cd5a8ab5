import { HtmlValidate } from "html-validate";

/** HTML as it should be: the recommended rules; two of them leave a choice of writing, and the renderer has made it. */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    "void-style": ["error", { style: "selfclosing" }],
  },
});

/** What is wrong with the HTML as it was served. */
export async function validityBreaches(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) =>
        `${ruleId}: ${message} (${line}:${column} ${selector ?? ""})`,
    ),
  );
}
