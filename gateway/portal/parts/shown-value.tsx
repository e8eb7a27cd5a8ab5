import { Fragment } from "preact";
import { numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { French } from "./text.js";
import { figureSays, unitNoun, type ValueOf, wordFor } from "./words.js";

/** What a value is shown from; any operation's observation that asks for these fields fits. */
export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** As the document prints it. */
  readonly text: string | null;
  readonly unit: ValueOf<"Unit">;
  readonly status: ValueOf<"ObservationStatus">;
  /** Synthetic figures are marked; null where it is told elsewhere. */
  readonly origin: ValueOf<"DataOrigin"> | null;
  readonly reason?: string | null;
  /** The reason in words: ask it in the page's language. */
  readonly explanation?: string | null;
}

export interface ShownValueProps {
  readonly of: Figure;
  readonly language: Language;
  /** False in a narrow table, where the unit stands in the column's head. */
  readonly unit?: boolean;
  /** False where the words of the document stand elsewhere. */
  readonly printed?: boolean;
  /** Of whom a percentage is a share: « 80 % des établissements ». */
  readonly share?: ValueOf<"Basis"> | undefined;
}

/** A value with its unit and its marks; or why there is none, in words. */
export const ShownValue = ({ of, language, unit = true, printed = true, share }: ShownValueProps) => {
  const hasNumber = of.value !== null || of.low !== null || of.high !== null;
  const says = of.text !== null && printed && saysMore(of, of.text);
  return (
    <span class="shown-value">
      {of.status !== "OBSERVED" && <Absence of={of} language={language} />}
      {of.status === "OBSERVED" && hasNumber && <Measured of={of} language={language} unit={unit} />}
      {of.status === "OBSERVED" && hasNumber && share && of.unit === "PERCENT" && (
        <Fragment> {wordFor(language, "ShareOf", share)}</Fragment>
      )}
      {of.status === "OBSERVED" && says && (
        <Fragment>
          {" "}
          <span class="as-printed">
            {figureSays(language)("asPrinted")} <French language={language}>{`« ${of.text ?? ""} »`}</French>
          </span>
        </Fragment>
      )}
      {of.origin === "SYNTHETIC" && of.status === "OBSERVED" && (
        <Fragment>
          {" "}
          <SyntheticMark language={language} />
        </Fragment>
      )}
    </span>
  );
};

/** Says on a figure that it is of the demonstration. */
export const SyntheticMark = ({ language }: { readonly language: Language }) => (
  <span class="mark caution">{figureSays(language)("synthetic")}</span>
);

/** Why there is no value: the status, and its reason where the hub tells one. */
export const Absence = ({ of, language }: { readonly of: Figure; readonly language: Language }) => (
  <span class="absent">
    <strong>
      {of.reason === "SYNTHETIC"
        ? figureSays(language)("notShown")
        : wordFor(language, "ObservationStatus", of.status)}
    </strong>
    {of.explanation && <span class="why"> {of.explanation}</span>}
  </span>
);

type Part = Pick<ShownValueProps, "of" | "language"> & { readonly unit: boolean };

// « de 0,4 à 4 », « plus de 1 700 », « 892 »: one number, a range with its median, or one end of a range.
const Measured = ({ of, language, unit }: Part) => {
  const { value, low, high } = of;
  const say = figureSays(language);
  const number = (amount: number) => <Amount amount={amount} of={of} language={language} />;
  const noun = unit ? <Noun count={high ?? value ?? low ?? 0} of={of} language={language} /> : null;
  if (low !== null && high !== null)
    return (
      <Fragment>
        {say("from")} {number(low)} {say("to")} {number(high)}
        {noun}
        {value !== null && (
          <Fragment>
            {" "}
            ({say("median")} {number(value)})
          </Fragment>
        )}
      </Fragment>
    );
  const end = low !== null ? say("above") : high !== null ? say("below") : null;
  return (
    <Fragment>
      {value === null && end} {number(value ?? low ?? high ?? 0)}
      {noun}
    </Fragment>
  );
};

const isMoney = (unit: string): boolean => unit.startsWith("CAD");

/** A number in an element that carries the exact stored value; per cent and dollars are written with it. */
export const Amount = ({
  amount,
  of: { unit },
  language,
}: {
  readonly amount: number;
  readonly of: Pick<Figure, "unit">;
  readonly language: Language;
}) => {
  const digits = numberIn(language, amount);
  const sign = unit === "PERCENT" ? "%" : "$";
  const isSigned = unit === "PERCENT" || (isMoney(unit) && language === "fr");
  const after = language === "fr" ? `\u00a0${sign}` : sign;
  const written = isSigned ? `${digits}${after}` : isMoney(unit) ? `$${digits}` : digits;
  return (
    <data class="amount" value={String(amount)}>
      {written}
    </data>
  );
};

const Noun = ({ count, of: { unit }, language }: { count: number; of: Figure; language: Language }) => {
  if (unit === "PERCENT" || unit === "CAD") return null;
  const noun = unitNoun(language, unit, count).replace(/^\$\s/, "");
  return <Fragment> {noun}</Fragment>;
};

/** Whether the document says more than the number: « plus de 80 % », « 28/35 », but not « 83% » beside 83. */
function saysMore({ value, low, high }: Figure, text: string): boolean {
  if (value === null || low !== null || high !== null) return true;
  const plain = text.replace(/[\s\u00a0\u202f%$]/g, "").replace(",", ".");
  return Number(plain) !== value && Number(plain.replace(/\./g, "")) !== value;
}
