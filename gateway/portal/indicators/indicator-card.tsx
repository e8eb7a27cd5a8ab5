import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Placed, slot } from "../parts/placed.js";
import { Amount, ShownValue, SyntheticMark } from "../parts/shown-value.js";
import { Text } from "../parts/text.js";
import { currentValue, type CurrentValue, type ListedIndicator } from "./current-value.js";
import type { PortalIndicatorListQuery } from "./indicator-list.operation.js";
import { indicatorsWords } from "./words.js";

export interface IndicatorCardProps {
  readonly of: ListedIndicator;
  readonly campaigns: PortalIndicatorListQuery["campaigns"];
  readonly language: Language;
}

/** An indicator in a list: its plain words, its name, its value in short. */
export const IndicatorCard = ({ of, campaigns, language }: IndicatorCardProps) => (
  <Fragment>
    <h3>
      <a href={addressOf(language, "indicator", { code: of.code })}>
        <Text of={of.plain} language={language} />
      </a>
    </h3>
    <p>
      <Text of={of.name} language={language} /> <span class="indicator-code">({of.code})</span>
    </p>
    <p class="short-value">
      <Short of={currentValue(of, campaigns)} language={language} />
    </p>
    {of.origin === "PROPOSED_BY_HUB" && (
      <p>
        <span class="mark">{indicatorsWords(language)("proposed")}</span>
      </p>
    )}
  </Fragment>
);

const Short = ({ of, language }: { readonly of: CurrentValue; readonly language: Language }) => {
  const say = indicatorsWords(language);
  if (of.kind === "none") return <Fragment>{say("none")}</Fragment>;
  const campaign = say("in", { campaign: of.campaign });
  if (of.kind === "one")
    return (
      <Fragment>
        {campaign}{" "}
        <strong>
          <ShownValue
            of={of.value}
            language={language}
            printed={of.value.value === null && of.value.low === null && of.value.high === null}
            share={of.value.basis}
          />
        </strong>
      </Fragment>
    );
  const ends = [of.low, of.high].map((end) => (
    <strong>
      <Amount amount={end.value ?? 0} of={end} language={language} />
    </strong>
  ));
  const extent = say("extent", { low: slot(0), high: slot(1) });
  return (
    <Fragment>
      {campaign} <Placed text={say("categories", { count: of.count, extent })} nodes={ends} />
      {of.low.origin === "SYNTHETIC" && (
        <Fragment>
          {" "}
          <SyntheticMark language={language} />
        </Fragment>
      )}
    </Fragment>
  );
};
