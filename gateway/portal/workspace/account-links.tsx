import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { AntiForgery } from "./anti-forgery.js";
import { workspaceWords } from "./words.js";

/** Stands in the header of somebody who has signed in: the workspace, and the way out of it. */
export const AccountLinks = ({
  language,
  token,
}: {
  readonly language: Language;
  readonly token: string;
}) => {
  const say = workspaceWords(language);
  return (
    <>
      <a href={addressOf(language, "workspace")}>{say("workspace")}</a>
      <form class="sign-out" method="post" action={addressOf(language, "signOut")}>
        <AntiForgery token={token} />
        <button class="plain" type="submit">
          {say("signOut")}
        </button>
      </form>
    </>
  );
};
