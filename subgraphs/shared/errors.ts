import { GraphQLError } from "graphql";
import { refusalsOfOperations } from "./refusals/of-operations.js";
import { refusalsOfRequests } from "./refusals/of-requests.js";

/** Every refusal the hub can answer with; a code stands in one of the two tables. */
export const refusals = { ...refusalsOfRequests, ...refusalsOfOperations } as const;
export type RefusalCode = keyof typeof refusals;

/** A value of a message: the same in both languages, or in the words of each. */
export type ToldValue = string | { readonly fr: string; readonly en: string };

const fill = (template: string, values: Record<string, ToldValue>, language: "fr" | "en"): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "string" ? value : value[language];
  });

/** A refusal that is told to the caller: its code, its place, and both languages. */
export class HubError extends GraphQLError {
  constructor(code: RefusalCode, values: Record<string, ToldValue> = {}, place?: string) {
    const refusal = refusals[code];
    const messages = { fr: fill(refusal.fr, values, "fr"), en: fill(refusal.en, values, "en") };
    // What is told to a caller has no use for a stack, and taking one is most of the price of a refusal.
    const frames = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(messages.fr, {
      extensions: { code, family: refusal.family, messages, ...(place === undefined ? {} : { place }) },
    });
    Error.stackTraceLimit = frames;
  }
}

/** True for an error whose words are safe to show: it comes from the tables above. */
export const isRefusal = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError &&
  typeof error.extensions?.code === "string" &&
  Object.hasOwn(refusals, error.extensions.code);
