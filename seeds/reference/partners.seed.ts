import { searchText } from "../../subgraphs/index.js";
import { asRow, type Planting, readReference } from "../planting.js";
import { withProvenance } from "./provenance.js";

interface Text {
  readonly fr: string;
  readonly en: string | null;
}
interface Term {
  readonly term: Text;
  readonly definition: Text;
  readonly plain: Text;
}

const ranked = (records: readonly object[]): Record<string, unknown>[] =>
  records.map((record, position) => ({ ...asRow(record), position }));

const words = ({ term, definition, plain }: Term): string =>
  searchText([term, definition, plain].flatMap(({ fr, en }) => [fr, en ?? ""]).join(" "));

/** The words of partnership: concepts, glossary, names of offices. */
export function partnersReference(): Planting {
  const concepts = withProvenance(readReference<object[]>("partner-concepts.json"));
  const terms = withProvenance(readReference<Term[]>("glossary.json"));
  const names = withProvenance(readReference<object[]>("office-name-examples.json"));
  return {
    name: "reference",
    beds: [
      { table: "partners_published.partner_concept", rows: ranked(concepts) },
      {
        table: "partners_published.glossary_term",
        rows: ranked(terms.map((term) => ({ ...term, search: words(term) }))),
      },
      { table: "partners_published.office_name_example", rows: ranked(names) },
    ],
  };
}
