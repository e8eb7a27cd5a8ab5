import type { WorkspaceAsked } from "../../workspace-page.js";
import { typographic } from "../../../words/typography.js";
import type { FieldErrors } from "./tried.js";

/** What the hub says of an access or a credential that was to be changed. */
export interface AccessDecision {
  readonly status: "DONE" | "VALID" | "REJECTED";
  readonly issues: readonly { readonly path: string; readonly message: string }[];
}

/** The issues beside the fields they speak of; those of no field of the form stand beside its reason. */
export function decisionErrors(
  { language }: WorkspaceAsked,
  { status, issues }: AccessDecision,
  fields: readonly string[],
): FieldErrors | null {
  if (status !== "REJECTED") return null;
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = fields.find((name) => path === name || path.endsWith(`.${name}`)) ?? "reason";
    errors[field] = [errors[field], typographic(message, language)].filter(Boolean).join(" ");
  }
  return errors;
}

/** The language in which the hub is to tell its issues. */
export const toldIn = ({ language }: WorkspaceAsked): "FR" | "EN" => (language === "fr" ? "FR" : "EN");
