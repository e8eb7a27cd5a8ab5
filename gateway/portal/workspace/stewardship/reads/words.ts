import { catalogue } from "../../../words/catalogue.js";

export const readsWords = catalogue({
  fr: {
    title: "Qui a lu quoi",
    caption: "Lectures des diffusions, la plus récente d'abord",
    when: "Quand",
    who: "Qui",
    agreement: "Entente",
    release: "Diffusion",
    way: "Comment",
    rows: "Fiches",
    PAGE: "page par page",
    FILE: "en fichier",
    COUNT: "en comptes",
  },
  en: {
    title: "Who read what",
    caption: "Reads of the releases, the newest first",
    when: "When",
    who: "Who",
    agreement: "Agreement",
    release: "Release",
    way: "How",
    rows: "Records",
    PAGE: "page by page",
    FILE: "as a file",
    COUNT: "as counts",
  },
});
