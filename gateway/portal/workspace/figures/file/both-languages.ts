import type { Words } from "../../../../figures-file/problem.js";
import type { Values } from "../../../words/catalogue.js";
import { fileWords } from "./words.js";

/** A message of the room in both languages, as problems carry them. */
export const inBoth = (key: Parameters<ReturnType<typeof fileWords>>[0], values?: Values): Words => ({
  fr: fileWords("fr")(key, values),
  en: fileWords("en")(key, values),
});
