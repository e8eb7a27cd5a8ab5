import { demonstrationAccountForms } from "../demonstration-accounts.js";
import { escaped, page } from "./page.js";
import { type Language, texts } from "./texts.js";

/** An establishment as the login page offers it. */
export interface OfferedEstablishment {
  readonly code: string;
  readonly name: { readonly fr: string; readonly en: string | null };
}

export interface LoginPage {
  readonly language: Language;
  readonly program: string;
  /** The account of this browser's session, offered first; null at the first login. */
  readonly current: string | null;
  readonly establishments: readonly OfferedEstablishment[];
  readonly mistake: "unknownAccount" | "scopeless" | "chooseOne" | null;
}

/** The page where a person takes a demonstration account. */
export function loginPage({ language, program, current, establishments, mistake }: LoginPage): string {
  const told = texts[language];
  const choice = (account: string, label: string): string =>
    `<option value="${escaped(account)}"${account === current ? " selected" : ""}>${escaped(label)}</option>`;
  const group = (label: string, choices: readonly string[]): string =>
    choices.length === 0 ? "" : `<optgroup label="${escaped(label)}">${choices.join("")}</optgroup>`;
  const otherLanguage = language === "fr" ? "en" : "fr";
  return page(
    language,
    told.loginTitle,
    `<p><a href="?lang=${otherLanguage}" hreflang="${otherLanguage}" lang="${otherLanguage}">${told.otherLanguage}</a></p>
<p class="synthetic" role="note">${told.demonstration}</p>
<p>${told.forProgram(escaped(program))}</p>
${mistake ? `<p role="alert" id="mistake"><strong>${told[mistake]}</strong>${mistake === "unknownAccount" ? ` <code>${escaped(demonstrationAccountForms)}</code>` : ""}</p>` : ""}
<form method="post" action="?lang=${language}">
<p><label for="account">${told.account}</label><br>
<select id="account" name="account"${mistake ? ' aria-describedby="mistake"' : ""}>
<option value=""></option>
${group(
  told.establishments,
  establishments.map(({ code, name }) => choice(`establishment:${code}`, name[language] ?? name.fr)),
)}
${group(told.research, [choice("researcher", told.researcher)])}
${group(
  told.stewards,
  (["collect", "publish", "privacy"] as const).map((role) => choice(`steward:${role}`, told.steward[role])),
)}
</select></p>
<p><label for="other">${told.other}</label> (${told.otherHint} <code>researcher:entente-demo-2</code>)<br>
<input id="other" name="other" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="128"></p>
<p><button type="submit">${told.logIn}</button> <button type="submit" name="cancel" value="yes">${told.cancel}</button></p>
</form>`,
  );
}
