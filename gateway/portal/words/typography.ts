import type { Language } from "../language.js";

const space = "\u00a0";
const thinSpace = "\u202f";

/**
 * French text with the spaces that may not break: inside guillemets and before a colon, a per cent or a dollar sign, within
 * a number; a thin one before « ; ! ? » (Office québécois de la langue française, « Espacement avant et après les signes de
 * ponctuation »). Text of other languages is given back as it came.
 */
export const typographic = (text: string, language: Language): string =>
  language === "en"
    ? text
    : text
        .replace(/« /g, `«${space}`)
        .replace(/ »/g, `${space}»`)
        // Not before « :: », by which a message tells how a number is written.
        .replace(/ (:(?!:)|[%$])/g, `${space}$1`)
        .replace(/ ([;!?])/g, `${thinSpace}$1`)
        .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${space}`);
