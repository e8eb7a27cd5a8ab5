import type { ComponentChildren } from "preact";
import { AntiForgery } from "../../anti-forgery.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { RefusalWords } from "./refusal.js";
import { FormState, type Tried } from "./tried.js";
import { partsWords } from "./words.js";

/** A button and what it does. */
export interface ActButton {
  readonly act: string;
  readonly label: string;
  readonly isSecondary?: boolean;
}

interface ActFormProps {
  readonly asked: WorkspaceAsked;
  /** Its place on the page; a page may have several. */
  readonly id: string;
  readonly tried: Tried | null;
  readonly buttons: readonly ActButton[];
  /** What goes along unseen. */
  readonly values?: readonly (readonly [string, string])[];
  readonly children?: ComponentChildren;
}

/** A form that does something, with what was wrong in it, and the hub's refusal beside the button. */
export const ActForm = ({ asked, id, tried, buttons, values = [], children }: ActFormProps) => {
  const mine = tried?.form === id ? tried : null;
  return (
    <FormState.Provider value={{ id, tried: mine }}>
      <form method="post" id={id} class="act" noValidate>
        <AntiForgery token={asked.antiForgery} />
        <input type="hidden" name="form" value={id} />
        {values.map(([name, value], index) => (
          <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
        ))}
        {mine && <Problems asked={asked} id={id} tried={mine} />}
        {children}
        {mine?.refusal && (
          <div class="notice danger" id={`${id}-refusal`}>
            <RefusalWords asked={asked} refusal={mine.refusal} />
          </div>
        )}
        <p class="buttons">
          {buttons.map(({ act, label, isSecondary }) => (
            <button
              key={act}
              type="submit"
              name="act"
              value={act}
              class={isSecondary ? "secondary" : undefined}
              aria-describedby={mine?.refusal ? `${id}-refusal` : undefined}
            >
              {label}
            </button>
          ))}
        </p>
      </form>
    </FormState.Provider>
  );
};

const Problems = ({ asked, id, tried }: { asked: WorkspaceAsked; id: string; tried: Tried }) => {
  const errors = Object.entries(tried.errors);
  if (errors.length === 0) return null;
  return (
    <div class="notice danger" role="alert" tabIndex={-1} autofocus>
      <p>{partsWords(asked.language)("problems", { count: errors.length })}</p>
      <ul>
        {errors.map(([name, words]) => (
          <li key={name}>
            <a href={`#${id}-${name}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
