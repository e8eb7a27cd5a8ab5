import { HtmlValidate } from "html-validate";

/**
 * HTML as it should be: the recommended rules. Two of them leave a choice of writing, and the renderer has made it; one
 * counts letters for search engines, and the official name of an indicator or an establishment is not cut short.
 */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // A choice of several is sent as one name with several values.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    "long-title": "off",
    // Codes of questions and vintages have a full stop: « A2.4 », « 2024.1 ».
    "valid-id": ["error", { relaxed: true }],
    // « > » stands for itself in a text; the renderer writes « < » and « & » as they must be.
    "no-raw-characters": "off",
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
