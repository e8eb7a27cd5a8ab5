import type { ComponentChildren } from "preact";
import { type Language, localeOf } from "../../../language.js";
import { useField } from "./tried.js";

const describedBy = (id: string, hint: string | undefined, error: string | undefined): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** Ties what is told of a field to it, for screen readers. */
const toldBy = (id: string, hint: string | undefined, error: string | undefined) => {
  const words = describedBy(id, hint, error);
  return {
    ...(error ? ({ "aria-invalid": "true" } as const) : {}),
    ...(words ? { "aria-describedby": words } : {}),
  };
};

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isRequired?: boolean;
}

interface AroundProps extends FieldProps {
  readonly id: string;
  readonly error: string | undefined;
  readonly children: ComponentChildren;
}

const Around = ({ id, label, hint, error, children }: AroundProps) => (
  <div class={error ? "field wrong" : "field"}>
    <label for={id}>{label}</label>
    <Told id={id} hint={hint} error={error} />
    {children}
  </div>
);

const Told = ({ id, hint, error }: Pick<AroundProps, "id" | "hint" | "error">) => (
  <>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
);

interface WrittenProps extends FieldProps {
  readonly initial?: string;
  /** The language of what is written, where it is not the page's. */
  readonly written?: Language;
}

/** One line of text, a number or a day. */
export const TextField = (props: WrittenProps & { readonly type?: "text" | "date" | "number" }) => {
  const { name, hint, initial = "", written, type = "text", isRequired = false } = props;
  const { id, values, error } = useField(name, [initial]);
  const input = {
    id,
    name,
    value: values[0] ?? "",
    required: isRequired,
    ...(written ? { lang: localeOf(written) } : {}),
    ...toldBy(id, hint, error),
  };
  return (
    <Around {...props} id={id} error={error}>
      {type === "date" && <input type="date" {...input} />}
      {type === "number" && <input type="number" {...input} />}
      {type === "text" && <input type="text" {...input} />}
    </Around>
  );
};

/** Several lines of text. */
export const TextArea = (props: WrittenProps & { readonly rows?: number }) => {
  const { name, hint, initial = "", written, rows = 3, isRequired = false } = props;
  const { id, values, error } = useField(name, [initial]);
  return (
    <Around {...props} id={id} error={error}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        {...(written ? { lang: localeOf(written) } : {})}
        required={isRequired}
        {...toldBy(id, hint, error)}
      >
        {values[0] ?? ""}
      </textarea>
    </Around>
  );
};

/** A choice: what is sent, and what is read. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  readonly initial?: string;
}

/** One of several, from a list. */
export const SelectField = (props: ChoiceProps) => {
  const { name, hint, options, initial = "", isRequired = false } = props;
  const { id, values, error } = useField(name, [initial]);
  return (
    <Around {...props} id={id} error={error}>
      <select id={id} name={name} required={isRequired} {...toldBy(id, hint, error)}>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === values[0]}>
            {label}
          </option>
        ))}
      </select>
    </Around>
  );
};

/** A box to tick: a promise, or a confirmation. */
export const Tick = ({ name, label }: FieldProps) => {
  const { id, values, error } = useField(name, []);
  return (
    <div class={error ? "field wrong" : "field"}>
      <Told id={id} hint={undefined} error={error} />
      <input
        id={id}
        name={name}
        type="checkbox"
        value="yes"
        checked={values.includes("yes")}
        required
        {...toldBy(id, undefined, error)}
      />{" "}
      <label for={id}>{label}</label>
    </div>
  );
};

/** Any of several. */
export const Ticks = ({ name, label, hint, options, initial = [] }: TicksProps) => {
  const { id, values, error } = useField(name, initial);
  return (
    <fieldset id={id} class={error ? "wrong" : undefined} aria-describedby={describedBy(id, hint, error)}>
      <legend>{label}</legend>
      <Told id={id} hint={hint} error={error} />
      <ul class="ticks">
        {options.map(({ value, label: words }) => (
          <li key={value}>
            <input
              id={`${id}-${value}`}
              name={name}
              type="checkbox"
              value={value}
              checked={values.includes(value)}
            />{" "}
            <label for={`${id}-${value}`}>{words}</label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};

interface TicksProps extends FieldProps {
  readonly options: readonly Option[];
  readonly initial?: readonly string[];
}
