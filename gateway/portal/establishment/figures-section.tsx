import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { LostPart } from "../parts/lost-part.js";
import { Scroll } from "../parts/scroll.js";
import { ShownValue } from "../parts/shown-value.js";
import type { Documents } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import { ValueDetails } from "../parts/value-facts.js";
import { wordFor } from "../parts/words.js";
import { Engagement } from "../parts/engagement.js";
import { Beside, peersInWords } from "./beside.js";
import { FigureName, figureNameInWords } from "./figure-name.js";
import {
  besideAt,
  type CampaignFigures,
  type Catalogue,
  measureOf,
  type PlaceFigure,
} from "./read-figures.js";
import { establishmentWords } from "./words.js";

interface FiguresProps {
  readonly campaigns: readonly CampaignFigures[];
  readonly catalogue: Catalogue;
  readonly documents: Documents;
  readonly language: Language;
}

/** What each campaign lets the public see of an establishment, and why the rest is not shown. */
export const FiguresSection = ({ campaigns, catalogue, documents, language }: FiguresProps) => {
  const say = establishmentWords(language);
  const published = campaigns.filter(({ vintage }) => vintage !== null);
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say("figures")}</h2>
      <p>{say("figuresLead")}</p>
      {catalogue.isLost && <LostPart language={language} />}
      {published.length === 0 && !catalogue.isLost && <p>{say("noFigures")}</p>}
      {published.map((campaign) => (
        <CampaignPart key={campaign.code} of={campaign} documents={documents} language={language} />
      ))}
      <NeverHere catalogue={catalogue} language={language} />
    </section>
  );
};

interface CampaignProps {
  readonly of: CampaignFigures;
  readonly documents: Documents;
  readonly language: Language;
}

const CampaignPart = ({ of, documents, language }: CampaignProps) => {
  const say = establishmentWords(language);
  const campaign = wordsOf(of.title, language);
  if (of.observations === null) return <LostPart language={language} />;
  if (of.observations.length === 0) return <p>{say("noAnswers", { campaign })}</p>;
  const shown = of.observations.filter(({ status }) => status === "OBSERVED");
  const notShown = of.observations.filter(({ status }) => status !== "OBSERVED");
  return (
    <Fragment>
      {shown.length === 0 ? (
        <p>{say("noneShown", { campaign })}</p>
      ) : (
        <ShownFigures figures={shown} campaign={campaign} documents={documents} language={language} />
      )}
      {notShown.length > 0 && (
        <Fragment>
          <h3>{say("notShown", { campaign })}</h3>
          <ul>
            {notShown.map((figure) => (
              <li key={measureOf(figure)}>
                <FigureName of={figure} language={language} />
                {language === "fr" ? "\u00a0: " : ": "}
                <ShownValue of={figure} language={language} />
              </li>
            ))}
          </ul>
        </Fragment>
      )}
    </Fragment>
  );
};

interface ShownProps {
  readonly figures: readonly PlaceFigure[];
  readonly campaign: string;
  readonly documents: Documents;
  readonly language: Language;
}

const ShownFigures = ({ figures, campaign, documents, language }: ShownProps) => {
  const say = establishmentWords(language);
  const caption = say("shownIn", { campaign });
  const peers = peersInWords(figures[0], language);
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("indicator")}</th>
            <th scope="col">{say("here")}</th>
            <th scope="col">{peers === null ? say("peerColumn") : say("peerColumnOf", { peers })}</th>
            <th scope="col">{say("province")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={measureOf(figure)}>
              <th scope="row">
                <FigureName of={figure} language={language} />
              </th>
              <td>
                <ShownValue of={figure} language={language} />
                {figure.unit === "PERCENT" && ` ${wordFor(language, "ShareOf", figure.basis)}`}
                <Engagement of={figure.engagement} language={language} />
                <ValueDetails
                  of={figure}
                  documents={documents}
                  language={language}
                  name={figureNameInWords(figure, language)}
                />
              </td>
              {(["PEER_GROUP", "PROVINCE"] as const).map((level) => (
                <td key={level}>
                  <Beside of={besideAt(figure, level)} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const NeverHere = ({ catalogue, language }: Pick<FiguresProps, "catalogue" | "language">) => {
  const say = establishmentWords(language);
  const wider = catalogue.indicators.filter(({ levels }) => !levels.includes("ESTABLISHMENT"));
  if (wider.length === 0) return null;
  return (
    <details class="told">
      <summary>{say("neverHere", { count: wider.length })}</summary>
      <p>{say("neverHereWhy")}</p>
      <ul>
        {wider.map(({ code, plain, name }) => (
          <li key={code}>
            <a href={addressOf(language, "indicator", { code })}>
              <Text of={plain} language={language} />
            </a>{" "}
            (<Text of={name} language={language} />)
          </li>
        ))}
      </ul>
    </details>
  );
};
