import { page } from "./page.js";
import { type Language, texts } from "./texts.js";

/** Asks whether this browser's session shall end; the form is the library's, with its guard against forgery. */
export const logoutPage = (language: Language, form: string): string =>
  page(
    language,
    texts[language].logoutTitle,
    `<p>${texts[language].logoutQuestion}</p>
${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">${texts[language].logOut}</button>
<button type="submit" form="op.logoutForm">${texts[language].stay}</button></p>`,
  );

/** Says that nobody is logged in here any more. */
export const loggedOutPage = (language: Language): string =>
  page(language, texts[language].loggedOutTitle, `<p>${texts[language].loggedOut}</p>`);
