import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import type { ShownPage } from "../page/page.js";
import { AntiForgery } from "./anti-forgery.js";
import type { ReadForm } from "./sent-form.js";
import { workspaceWords } from "./words.js";
import type { HubRefused } from "./workspace-page.js";

/** A page of the workspace that says why there is no other, with its status. */
export interface FailurePage {
  readonly status: number;
  readonly page: ShownPage;
}

const statusOfFamily: Readonly<Record<string, number>> = {
  INVALID_INPUT: 422,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_COSTLY: 429,
  UNAVAILABLE: 503,
};
const titleOfStatus = {
  403: "refusedTitle",
  404: "notFoundTitle",
  409: "conflictTitle",
  422: "invalidTitle",
  429: "unavailableTitle",
  503: "unavailableTitle",
} as const;

/** What the authenticated door said, in its own words. */
export function refusedPage(language: Language, refused: HubRefused, address: string): FailurePage {
  const say = workspaceWords(language);
  const status = statusOfFamily[refused.family] ?? 500;
  return {
    status,
    page: {
      title: say(titleOfStatus[status as 403] ?? "failedTitle"),
      body: (
        <>
          <p class="notice caution">{refused.messages[language]}</p>
          <p>
            <a href={address}>{say("backToPage")}</a>
          </p>
          {refused.requestId !== null && (
            <p>
              {say("requestId")} <code>{refused.requestId}</code>
            </p>
          )}
        </>
      ),
    },
  };
}

type Plain = "otherSite" | "tooLarge" | "unreadable" | "suspended" | "changed" | "issuerDown";
const statusOfPlain: Readonly<Record<Plain, number>> = {
  otherSite: 403,
  tooLarge: 413,
  unreadable: 400,
  suspended: 403,
  changed: 403,
  issuerDown: 503,
};

/** A failure that has one sentence. */
export function plainFailure(language: Language, failure: Plain): FailurePage {
  const say = workspaceWords(language);
  return {
    status: statusOfPlain[failure],
    page: { title: say(`${failure}Title`), body: <p class="notice caution">{say(failure)}</p> },
  };
}

/** The page belongs to accounts with another right. */
export function notAllowedPage(language: Language): FailurePage {
  const say = workspaceWords(language);
  return {
    status: 403,
    page: {
      title: say("notAllowedTitle"),
      body: (
        <>
          <p>{say("notAllowed")}</p>
          <p>
            <a href={addressOf(language, "workspace")}>{say("notAllowedHelp")}</a>
          </p>
        </>
      ),
    },
  };
}

interface KeptFormProps {
  readonly language: Language;
  readonly address: string;
  readonly form: ReadForm;
  /** Null: nobody has signed in yet. */
  readonly token: string | null;
}

const mostShown = 200;

/** The fields that came, to be sent once more; nothing of them is kept by the hub. */
const KeptForm = ({ language, address, form, token }: KeptFormProps) => {
  const say = workspaceWords(language);
  const fields = form.fields.filter(([name]) => name !== "anti-forgery");
  return (
    <form method="post" action={address}>
      {token !== null && <AntiForgery token={token} />}
      {fields.map(([name, value], place) => (
        <input key={place} type="hidden" name={name} value={value} />
      ))}
      <details>
        <summary>{say("keptFields", { count: fields.length })}</summary>
        <dl>
          {fields
            .filter(([, value]) => value !== "")
            .slice(0, mostShown)
            .map(([name, value], place) => (
              <div key={place}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </details>
      {form.fileNames.length > 0 && <p>{say("filesNotKept")}</p>}
      <p>
        <button type="submit">{say("sendAgain")}</button>
      </p>
    </form>
  );
};

/** The session is over, and something was typed: it stays here until one has signed in again. */
export function expiredFormPage(language: Language, address: string, form: ReadForm): FailurePage {
  const say = workspaceWords(language);
  const signIn = addressOf(language, "signIn", {}, [[language === "fr" ? "retour" : "return", address]]);
  return {
    status: 401,
    page: {
      title: say("expiredTitle"),
      body: (
        <>
          <p class="notice caution">{say("expired")}</p>
          <ol>
            <li>
              <a href={signIn} target="_blank" rel="noopener">
                {say("expiredStep1")}
              </a>
            </li>
            <li>{say("expiredStep2")}</li>
          </ol>
          <KeptForm language={language} address={address} form={form} token={null} />
        </>
      ),
    },
  };
}

/** The form is of an earlier session, or of nobody's: it is shown before it counts. */
export function staleFormPage(
  language: Language,
  address: string,
  form: ReadForm,
  token: string,
): FailurePage {
  const say = workspaceWords(language);
  return {
    status: 403,
    page: {
      title: say("staleFormTitle"),
      body: (
        <>
          <p class="notice caution">{say("staleForm")}</p>
          <KeptForm language={language} address={address} form={form} token={token} />
          <p>
            <a href={address}>{say("backToPage")}</a>
          </p>
        </>
      ),
    },
  };
}
