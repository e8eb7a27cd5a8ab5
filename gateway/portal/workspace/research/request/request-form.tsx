import type { ComponentChildren } from "preact";
import type { Language } from "../../../language.js";
import { AntiForgery } from "../../anti-forgery.js";
import type { SentForm } from "../../workspace-page.js";
import type { NamedVariable } from "../variable-names.js";
import { requestWords } from "./words.js";

/** Something to mend, at the field that it is about. */
export interface RequestIssue {
  readonly path: string;
  readonly message: string;
}

/** The fields of the form, named as the door names their places. */
export const fieldOfPath = (path: string): string => path.replace(/\[\d+\]$/, "");

interface FormProps {
  readonly language: Language;
  readonly token: string;
  readonly variables: readonly NamedVariable[];
  readonly issues: readonly RequestIssue[];
  /** What was sent, to be mended; null at first. */
  readonly sent: SentForm | null;
}

/** The form of a request for access; each mistake stands at its field and in the summary. */
export const RequestForm = (props: FormProps) => {
  const { language, token, variables, issues, sent } = props;
  const say = requestWords(language);
  const level = sent?.one("input.recordLevel") || "ANONYMISED";
  return (
    <>
      <Summary language={language} issues={issues} />
      <form method="post">
        <AntiForgery token={token} />
        <Field {...props} name="input.title">
          <TextInput {...props} name="input.title" maxLength={200} />
        </Field>
        <Field {...props} name="input.purpose.fr" hint={say("purposeHint")}>
          <Area {...props} name="input.purpose.fr" lang="fr-CA" />
        </Field>
        <Field {...props} name="input.purpose.en">
          <Area {...props} name="input.purpose.en" lang="en-CA" />
        </Field>
        <fieldset id="input.variables" tabIndex={-1} {...described(props, "input.variables", true)}>
          <legend>{say("input.variables")}</legend>
          <p id="input.variables-hint">{say("variablesHint")}</p>
          <Mistakes {...props} name="input.variables" />
          {variables.map(({ name, label }) => (
            <p class="tick" key={name}>
              <input
                type="checkbox"
                id={`variable-${name}`}
                name="input.variables"
                value={name}
                checked={sent?.all("input.variables").includes(name) ?? false}
              />{" "}
              <label for={`variable-${name}`}>{label}</label>
            </p>
          ))}
        </fieldset>
        <Field {...props} name="input.recordLevel">
          <select id="input.recordLevel" name="input.recordLevel">
            {(["ANONYMISED", "AGGREGATE"] as const).map((each) => (
              <option key={each} value={each} selected={each === level}>
                {say(each)}
              </option>
            ))}
          </select>
        </Field>
        <Field {...props} name="input.ethicsReference" hint={say("ethicsHint")}>
          <TextInput {...props} name="input.ethicsReference" maxLength={100} />
        </Field>
        <Field {...props} name="input.periodFrom">
          <TextInput {...props} name="input.periodFrom" type="date" />
        </Field>
        <Field {...props} name="input.periodTo" hint={say("periodHint")}>
          <TextInput {...props} name="input.periodTo" type="date" />
        </Field>
        <Field {...props} name="input.teamSize">
          <TextInput {...props} name="input.teamSize" type="number" />
        </Field>
        <p>
          <button type="submit">{say("send")}</button>
        </p>
      </form>
    </>
  );
};

type Name = Extract<Parameters<ReturnType<typeof requestWords>>[0], `input.${string}`>;
type About = Pick<FormProps, "language" | "issues" | "sent"> & { readonly name: Name };

const issuesOf = ({ issues, name }: Pick<About, "issues" | "name">): readonly RequestIssue[] =>
  issues.filter(({ path }) => fieldOfPath(path) === name);

const described = (
  about: Pick<About, "issues">,
  name: Name,
  hasHint: boolean,
): { readonly "aria-describedby"?: string; readonly "aria-invalid"?: "true" } => {
  const isWrong = issuesOf({ issues: about.issues, name }).length > 0;
  const words = [hasHint && `${name}-hint`, isWrong && `${name}-error`].filter(Boolean).join(" ");
  return { ...(words ? { "aria-describedby": words } : {}), ...(isWrong ? { "aria-invalid": "true" } : {}) };
};

const hinted: readonly Name[] = ["input.purpose.fr", "input.ethicsReference", "input.periodTo"];

const Mistakes = ({ issues, name }: Pick<About, "issues" | "name">) => {
  const own = issuesOf({ issues, name });
  return own.length === 0 ? null : (
    <div class="field-error" id={`${name}-error`}>
      {own.map(({ message }, place) => (
        <p key={place}>{message}</p>
      ))}
    </div>
  );
};

const Field = (props: About & { readonly hint?: string; readonly children: ComponentChildren }) => (
  <div class="field">
    <label for={props.name}>{requestWords(props.language)(props.name)}</label>
    {props.hint && <p id={`${props.name}-hint`}>{props.hint}</p>}
    <Mistakes issues={props.issues} name={props.name} />
    {props.children}
  </div>
);

const TextInput = ({
  type = "text",
  maxLength,
  ...about
}: About & { readonly type?: "text" | "date" | "number"; readonly maxLength?: number }) => {
  const { name, sent } = about;
  const rest = {
    id: name,
    name,
    value: sent?.one(name) ?? "",
    ...described(about, name, hinted.includes(name)),
  };
  if (type === "date") return <input type="date" {...rest} />;
  if (type === "number") return <input type="number" min={1} {...rest} />;
  return <input type="text" maxLength={maxLength} {...rest} />;
};

const Area = ({ lang, ...about }: About & { readonly lang: string }) => (
  <textarea
    id={about.name}
    name={about.name}
    rows={5}
    maxLength={2000}
    lang={lang}
    {...described(about, about.name, hinted.includes(about.name))}
  >
    {about.sent?.one(about.name) ?? ""}
  </textarea>
);

// What is wrong with the whole request has no field.
const nameOf = (language: Language, field: string): string => {
  const say = requestWords(language);
  return Object.hasOwn(requestWords.texts[language], field) ? say(field as Name) : say("title");
};

const Summary = ({ language, issues }: Pick<FormProps, "language" | "issues">) =>
  issues.length === 0 ? null : (
    <div class="notice danger" role="alert" tabIndex={-1} id="mistakes" autofocus>
      <h2>{requestWords(language)("errorsTitle", { count: issues.length })}</h2>
      <ul>
        {issues.map(({ path, message }, place) => (
          <li key={place}>
            <a href={`#${fieldOfPath(path)}`}>
              {requestWords(language)("at", { field: nameOf(language, fieldOfPath(path)) })} {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
