import { Fragment } from "preact";
import type { Language } from "../language.js";
import { aboutWords } from "./words.js";

/** Where the hub's owner is reached; says so when nobody has told it yet. */
export const Contact = ({
  contact,
  language,
}: {
  readonly contact: string | null;
  readonly language: Language;
}) => {
  const say = aboutWords(language);
  if (contact === null) return <p class="notice caution">{say("contactUnset")}</p>;
  return (
    <p>
      {say("contactMail")}
      <Fragment> </Fragment>
      <a href={contact.includes("://") ? contact : `mailto:${contact}`}>{contact}</a>
    </p>
  );
};
