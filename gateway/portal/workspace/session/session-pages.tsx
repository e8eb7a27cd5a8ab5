import { addressOf } from "../../addresses.js";
import type { Language } from "../../language.js";
import type { ShownPage } from "../../page/page.js";
import { AntiForgery } from "../anti-forgery.js";
import { workspaceWords } from "../words.js";
import { type FailurePage } from "../workspace-failures.js";

/** Where a sign-in begins that comes back to a page. */
export const startAddress = (language: Language, returnTo: string): string =>
  addressOf(language, "signInStart", {}, [[returnParameter[language], returnTo]]);

/** What the page to come back to is called in an address. */
export const returnParameter: Readonly<Record<Language, string>> = { fr: "retour", en: "return" };

/** Says who may sign in, and leads to the issuer. */
export function signInPage(language: Language, returnTo: string, isDevelopment: boolean): ShownPage {
  const say = workspaceWords(language);
  return {
    title: say("signInTitle"),
    body: (
      <>
        <p>{say("signInLead")}</p>
        <p class={isDevelopment ? "notice caution" : undefined}>
          {say(isDevelopment ? "signInDevelopment" : "signInHow")}
        </p>
        <p>
          <a class="button" href={startAddress(language, returnTo)}>
            {say("signIn")}
          </a>
        </p>
        {returnTo !== addressOf(language, "workspace") && <p>{say("signInBack")}</p>}
        <p>{say("noAccount")}</p>
      </>
    ),
  };
}

/** Nobody can sign in to this hub. */
export function signInOffPage(language: Language): FailurePage {
  const say = workspaceWords(language);
  return {
    status: 503,
    page: {
      title: say("offTitle"),
      body: (
        <>
          <p class="notice caution">{say("off")}</p>
          <p>{say("offForOperator")}</p>
        </>
      ),
    },
  };
}

export type SignInFailure = "denied" | "mismatch" | "noRights" | "issuerDown";
const statusOf: Readonly<Record<SignInFailure, number>> = {
  denied: 403,
  mismatch: 400,
  noRights: 403,
  issuerDown: 503,
};

/** The sign-in came to nothing: why, and the way to begin again. */
export function signInFailedPage(language: Language, failure: SignInFailure, returnTo: string): FailurePage {
  const say = workspaceWords(language);
  return {
    status: statusOf[failure],
    page: {
      title: say(`${failure}Title`),
      body: (
        <>
          <p class="notice caution">{say(failure)}</p>
          <p>
            <a class="button" href={startAddress(language, returnTo)}>
              {say("again")}
            </a>
          </p>
        </>
      ),
    },
  };
}

/** Nobody is signed in any more. */
export function signedOutPage(language: Language, isConfirmed: boolean): ShownPage {
  const say = workspaceWords(language);
  return {
    title: say("signedOutTitle"),
    body: (
      <>
        <p class="notice success">{say("signedOut")}</p>
        {!isConfirmed && <p class="notice caution">{say("notRevoked")}</p>}
        <p>
          <a href={addressOf(language, "signIn")}>{say("signInTitle")}</a>
        </p>
      </>
    ),
  };
}

/** Asks who is signed in whether they want to leave: an address alone signs nobody out. */
export function stillSignedInPage(language: Language, token: string): ShownPage {
  const say = workspaceWords(language);
  return {
    title: say("stillSignedInTitle"),
    body: (
      <form method="post" action={addressOf(language, "signOut")}>
        <AntiForgery token={token} />
        <p>{say("stillSignedIn")}</p>
        <button type="submit">{say("signOut")}</button>
      </form>
    ),
  };
}
