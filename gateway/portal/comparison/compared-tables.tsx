import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import { Beside, peersInWords } from "../establishment/beside.js";
import { FigureName, figureNameInWords } from "../establishment/figure-name.js";
import { besideAt, measureOf, type PlaceFigure } from "../establishment/read-figures.js";
import type { Language } from "../language.js";
import { Engagement } from "../parts/engagement.js";
import { LostPart } from "../parts/lost-part.js";
import { Scroll } from "../parts/scroll.js";
import { ShownValue } from "../parts/shown-value.js";
import type { Documents } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import { ValueDetails } from "../parts/value-facts.js";
import { wordFor } from "../parts/words.js";
import type { Place } from "./chosen.js";
import type { ComparedCampaign, ComparedRow } from "./side-by-side.js";
import { comparisonWords } from "./words.js";

interface TableProps {
  readonly campaign: ComparedCampaign;
  readonly places: readonly Place[];
  readonly documents: Documents;
  readonly language: Language;
}

/** The figures of a campaign in one table, and why some are not shown. */
export const ComparedTable = ({ campaign, places, documents, language }: TableProps) => {
  const say = comparisonWords(language);
  const title = wordsOf(campaign.title, language);
  if (campaign.rows === null) return <LostPart language={language} />;
  if (campaign.rows.length === 0) return <p>{say("noFigures", { campaign: title })}</p>;
  const caption = say("figures", { campaign: title });
  const peers = peersInWords(campaign.rows[0]?.like, language);
  return (
    <Fragment>
      <Scroll label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say("indicator")}</th>
              <PlaceHeads places={places} language={language} />
              <th scope="col">{peers === null ? say("peers") : say("peersOf", { peers })}</th>
              <th scope="col">{say("province")}</th>
              <th scope="col">{say("source")}</th>
            </tr>
          </thead>
          <tbody>
            {campaign.rows.map((row) => (
              <MeasureRow
                key={measureOf(row.like)}
                row={row}
                places={places}
                documents={documents}
                language={language}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <Reasons rows={campaign.rows} language={language} />
    </Fragment>
  );
};

/** The heads of the columns of the compared establishments. */
export const PlaceHeads = ({ places, language }: Pick<TableProps, "places" | "language">) => (
  <Fragment>
    {places.map(({ code, shortName }) => (
      <th key={code} scope="col">
        <a href={addressOf(language, "establishment", { code })}>
          <Text of={shortName} language={language} />
        </a>
      </th>
    ))}
  </Fragment>
);

const MeasureRow = ({
  row: { like, figures },
  places,
  documents,
  language,
}: Omit<TableProps, "campaign"> & { readonly row: ComparedRow }) => (
  <tr>
    <th scope="row">
      <FigureName of={like} language={language} />
      {like.unit === "PERCENT" && <span class="narrower">, {wordFor(language, "ShareOf", like.basis)}</span>}
    </th>
    {figures.map((figure, rank) => (
      <td key={places[rank]?.code}>
        <ComparedCell figure={figure} language={language} />
      </td>
    ))}
    {(["PEER_GROUP", "PROVINCE"] as const).map((level) => (
      <td key={level}>
        <Beside of={withoutReason(besideAt(like, level))} language={language} />
      </td>
    ))}
    <td>
      <ValueDetails
        // What is computed of one establishment says nothing of the next.
        of={{ ...like, numerator: null, denominator: null }}
        documents={documents}
        language={language}
        name={figureNameInWords(like, language)}
      />
    </td>
  </tr>
);

const ComparedCell = ({
  figure,
  language,
}: {
  readonly figure: PlaceFigure | null;
  readonly language: Language;
}) => {
  if (figure === null) return <Fragment>{comparisonWords(language)("noRow")}</Fragment>;
  return (
    <Fragment>
      <ShownValue of={withoutReason(figure)} language={language} />
      {figure.status === "OBSERVED" && <Engagement of={figure.engagement} language={language} />}
    </Fragment>
  );
};

// Reasons stand once below the table, not in each cell.
const withoutReason = <Told extends { readonly explanation: string | null } | null>(figure: Told): Told =>
  figure === null ? figure : { ...figure, explanation: null };

const Reasons = ({
  rows,
  language,
}: {
  readonly rows: readonly ComparedRow[];
  readonly language: Language;
}) => {
  const say = comparisonWords(language);
  const hidden = rows
    .flatMap(({ like, figures }) => [...figures, besideAt(like, "PEER_GROUP"), besideAt(like, "PROVINCE")])
    .flatMap((figure) =>
      figure && figure.status !== "OBSERVED" && figure.explanation ? [figure.explanation] : [],
    );
  const reasons = [...new Set(hidden)];
  return (
    <Fragment>
      {reasons.length > 0 && (
        <Fragment>
          <h3>{say("why")}</h3>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Fragment>
      )}
      <p>{say("protected")}</p>
    </Fragment>
  );
};
