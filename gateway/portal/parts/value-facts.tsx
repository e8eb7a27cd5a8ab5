import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import { dayIn, numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { type Documents, SourceLine, type Told } from "./source-line.js";
import { French, Text, type StoredText } from "./text.js";
import { figureSays, type ValueOf, wordFor } from "./words.js";

/** What stands behind a value; any operation's observation that asks for these fields fits. */
export interface FigureFacts {
  readonly period: { readonly label: string; readonly from?: string | null; readonly to?: string | null };
  readonly basis: ValueOf<"Basis">;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly countInferred?: boolean;
  readonly origin: ValueOf<"DataOrigin">;
  readonly vintage: string | null;
  readonly note?: StoredText | null;
  readonly provenance: Told;
}

export interface ValueFactsProps {
  readonly of: FigureFacts;
  readonly language: Language;
  readonly documents?: Documents | undefined;
}

/** The facts of a value, one click away; `name` tells one such button from another. */
export const ValueDetails = ({ name, ...props }: ValueFactsProps & { readonly name?: string }) => {
  const say = figureSays(props.language);
  return (
    <details class="facts told">
      <summary>{name === undefined ? say("facts") : say("factsOf", { name })}</summary>
      <ValueFacts {...props} />
    </details>
  );
};

/** Period, basis, computation, source, vintage and licence of a value. */
export const ValueFacts = ({ of, language, documents }: ValueFactsProps) => {
  const say = figureSays(language);
  const { quote } = of.provenance;
  return (
    <dl class="facts">
      <dt>{say("period")}</dt>
      <dd>
        <PeriodWords of={of.period} language={language} />
      </dd>
      <dt>{say("basis")}</dt>
      <dd>{wordFor(language, "Basis", of.basis)}</dd>
      <Computation of={of} language={language} />
      <dt>{say("origin")}</dt>
      <dd>{wordFor(language, "DataOrigin", of.origin)}</dd>
      <dt>{say("source")}</dt>
      <dd>
        <SourceLine of={of.provenance} documents={documents} language={language} />
        {quote && (
          <blockquote>
            <French language={language}>{`« ${quote} »`}</French>
          </blockquote>
        )}
      </dd>
      {of.vintage && (
        <Fragment>
          <dt>{say("vintage")}</dt>
          <dd>{of.vintage}</dd>
        </Fragment>
      )}
      <LicenceOf of={of.provenance} language={language} />
      {of.note && (
        <Fragment>
          <dt>{say("note")}</dt>
          <dd>
            <Text of={of.note} language={language} />
          </dd>
        </Fragment>
      )}
    </dl>
  );
};

const PeriodWords = ({ of, language }: { of: FigureFacts["period"]; language: Language }) => {
  const label = language === "fr" ? of.label : <span lang="fr-CA">{of.label}</span>;
  if (!of.from || !of.to) return <Fragment>{label}</Fragment>;
  const [before, after] = figureSays(language)("periodDays", {
    label: "\u0000",
    from: dayIn(language, of.from),
    to: dayIn(language, of.to),
  }).split("\u0000");
  return (
    <Fragment>
      {before}
      {label}
      {after}
    </Fragment>
  );
};

const Computation = ({ of, language }: { of: FigureFacts; language: Language }) => {
  const { numerator, denominator, countInferred } = of;
  if (typeof numerator !== "number" || typeof denominator !== "number") return null;
  const say = figureSays(language);
  return (
    <Fragment>
      <dt>{say("count")}</dt>
      <dd>
        {say(countInferred ? "countInferred" : "countOf", {
          numerator: numberIn(language, numerator),
          denominator: numberIn(language, denominator),
        })}
      </dd>
    </Fragment>
  );
};

const LicenceOf = ({ of, language }: { of: Told; language: Language }) => {
  if (!of.licence) return null;
  const say = figureSays(language);
  return (
    <Fragment>
      <dt>{say("licence")}</dt>
      <dd>
        {of.document === "HUB" ? (
          // What the hub computes has one licence, told in one place.
          <a href={`${addressOf(language, "developers")}#licence`}>{say("licenceComputed")}</a>
        ) : of.licence === "UNSTATED" ? (
          say("licenceUnstated")
        ) : (
          of.licence
        )}
      </dd>
    </Fragment>
  );
};
