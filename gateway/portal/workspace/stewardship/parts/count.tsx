import { numberIn } from "../../../figures/numbers.js";
import type { Language } from "../../../language.js";
import { partsWords } from "./words.js";

/** A number as the hub gave it, written in a language. */
export const Count = ({
  of,
  language,
  digits,
}: {
  readonly of: number;
  readonly language: Language;
  readonly digits?: number;
}) => <data value={of}>{numberIn(language, of, digits)}</data>;

/** A percentage as the hub gave it; a dash where nobody is counted. */
export const Percentage = ({ of, language }: { readonly of: number | null; readonly language: Language }) =>
  of === null ? (
    <>—</>
  ) : (
    <data value={of}>{partsWords(language)("percent", { value: numberIn(language, of, 1) })}</data>
  );

/** A share beside its text: the text tells everything, the bar is for the eye. */
export const Bar = ({ value, most }: { readonly value: number; readonly most: number }) => (
  <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-ground" width="100" height="10" />
    <rect class="bar-part" width={most === 0 ? 0 : (100 * value) / most} height="10" />
  </svg>
);
