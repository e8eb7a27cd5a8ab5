import { searchText } from "../../subgraphs/index.js";
import { asRow, type Planting, readReference } from "../planting.js";
import { withProvenance } from "./provenance.js";

interface Text {
  readonly fr: string;
  readonly en: string | null;
}
interface Indicator {
  readonly code: string;
  readonly name: Text;
  readonly plain: Text;
  readonly definition: Text;
}
interface Statement {
  readonly indicators: readonly string[];
}
interface Campaign {
  readonly opensAt: unknown;
  readonly closesAt: unknown;
}
interface Contradiction {
  readonly code: string;
}
interface Figure {
  readonly derived: boolean;
  readonly provenance: { readonly document: string; readonly derivedFrom?: readonly string[] };
}

/** The catalogue of indicators, every printed figure and its contradictions, the recommendations, the campaigns. */
export function qualityIndicatorsReference(): Planting {
  const published = (table: string, rows: readonly object[]) => ({
    table: `quality_indicators_published.${table}`,
    rows: rows.map(asRow),
  });
  return {
    name: "reference",
    beds: [
      published("source", inOrder(readReference<object[]>("sources.json"))),
      {
        ...published("indicator", facts<Indicator>("indicators.json").map(searchable).map(withStatements)),
        where: { planted: true },
      },
      {
        ...published("campaign", facts<Campaign>("campaigns.json").map(withoutWindow)),
        where: { planted: true },
      },
      published("contradiction", inOrder(facts<Contradiction>("contradictions.json").map(withId))),
      published(
        "published_figure",
        inOrder(readReference<Figure[]>("published-figures.json").map(figureRow)),
      ),
      published("recommendation", facts("recommendations.json")),
      { ...published("instrument", facts("instruments.json")), where: { planted: true } },
    ],
  };
}

const facts = <Fact extends object>(file: string): Fact[] => withProvenance(readReference<Fact[]>(file));

const inOrder = <Row extends object>(rows: readonly Row[]): object[] =>
  rows.map((row, position) => ({ ...row, position }));

const searchable = (indicator: Indicator): Indicator & { readonly search: string } => {
  const { code, name, plain, definition } = indicator;
  const texts = [name.fr, name.en, plain.fr, plain.en, definition.fr, definition.en];
  return { ...indicator, search: searchText([code, ...texts].filter((text) => text !== null).join(" ")) };
};

/** What documents say of the making of an indicator stands beside what is recorded of it, and never counts as that. */
const withStatements = (indicator: Indicator): object => {
  const statements = facts<Statement>("co-construction-statements.json")
    .filter(({ indicators }) => indicators.includes(indicator.code))
    .map(({ indicators: _those, ...statement }) => statement);
  return { ...indicator, coConstruction: { statements } };
};

// When a campaign opens and closes is decided by the stewards, not by the documents.
const withoutWindow = ({ opensAt: _opens, closesAt: _closes, ...campaign }: Campaign): object => campaign;

const withId = ({ code: id, ...contradiction }: Contradiction): object => ({ id, ...contradiction });

/** A derived figure is the hub's arithmetic on printed ones: its provenance says that a program made it. */
function figureRow(figure: Figure): object {
  const { document, derivedFrom = [] } = figure.provenance;
  const complete = withProvenance(figure);
  const provenance = { ...complete.provenance, ...(figure.derived ? { method: "PROGRAM" } : {}) };
  return { ...complete, provenance, derivedFrom, source: document };
}
