import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { HubRefused, SentForm } from "../../workspace-page.js";

/** What was wrong in a form, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** A form that was sent and not accepted: what it held, and why not. */
export interface Tried {
  /** Which form of the page it was. */
  readonly form: string;
  readonly sent: SentForm;
  readonly errors: FieldErrors;
  /** What the hub answered; null when it was not asked. */
  readonly refusal: HubRefused | null;
}

/** The form that fields stand in. */
export const FormState = createContext<{ readonly id: string; readonly tried: Tried | null }>({
  id: "",
  tried: null,
});

/** A field of the form around it: what was sent stands in it again. */
export interface FieldState {
  readonly id: string;
  readonly values: readonly string[];
  readonly error: string | undefined;
}

/** Finds the state of a field; what was not sent yet has its initial values. */
export function useField(name: string, initial: readonly string[]): FieldState {
  const { id, tried } = useContext(FormState);
  return {
    id: `${id}-${name}`,
    values: tried ? tried.sent.all(name) : initial,
    error: tried?.errors[name],
  };
}
