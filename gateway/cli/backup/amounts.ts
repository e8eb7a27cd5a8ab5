import type { TerminalLanguage } from "../language.js";

/** Bytes for people: 57,5 Mo. */
export const megabytes = (bytes: number, language: TerminalLanguage): string =>
  `${new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 1 }).format(bytes / 1_048_576)} ${language === "fr" ? "Mo" : "MB"}`;
