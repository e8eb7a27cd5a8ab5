import { escaped, page } from "./page.js";
import { type Language, texts } from "./texts.js";

/** What went wrong, in OAuth's words, and what to do; never a stack. */
export const errorPage = (
  language: Language,
  told: { error: string; error_description?: string | undefined },
): string =>
  page(
    language,
    texts[language].errorTitle,
    `<p role="alert"><code>${escaped(told.error)}</code>${told.error_description ? ` · ${escaped(told.error_description)}` : ""}</p>
<p>${texts[language].errorAdvice}</p>`,
  );
