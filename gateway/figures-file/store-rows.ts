import { figureOf, type Header, headerOf, isHeader, noHeader, noRows, strayCells } from "./columns.js";
import type { Tell } from "./problem.js";
import type { RowStore } from "./row-store.js";
import { isBlankRow, type SheetRow } from "./sheet-row.js";

type Batches = AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;

// Titles may stand above the header; further down a row is an answer.
const mostRowsToHeader = 20;

// A file is about one campaign, seldom two: codes in dozens are mistakes.
const mostCampaigns = 20;

/**
 * Finds the header, names the cells of every row below it, and stores the rows; tells what is wrong with the layout.
 * Gives the campaigns that the rows name.
 */
export async function storeRows(batches: Batches, store: RowStore, tell: Tell): Promise<ReadonlySet<string>> {
  const campaigns = new Set<string>();
  const above: SheetRow[] = [];
  let header: Header | null = null;
  let filled = 0;
  const take = (row: SheetRow): void => {
    if (header === null || isBlankRow(row)) return;
    filled += 1;
    for (const problem of strayCells(header, row)) tell(problem);
    if (header.problems.length > 0) return;
    const figure = figureOf(header, row);
    if (campaigns.size < mostCampaigns) campaigns.add(figure.campaign.trim());
    store.add(figure);
  };
  const begin = (row: SheetRow): void => {
    header = headerOf(row);
    header.problems.forEach(tell);
  };
  // Without a row that names the columns, the first one is the header that was meant.
  const beginAtFirst = (): void => {
    const [first, ...rest] = above;
    if (first === undefined) return;
    begin(first);
    rest.forEach(take);
  };
  for await (const batch of batches)
    for (const row of batch) {
      if (header !== null) take(row);
      else if (isHeader(row)) begin(row);
      else if (above.push(row) === mostRowsToHeader) beginAtFirst();
    }
  if (header === null) beginAtFirst();
  const found = header as Header | null;
  if (found === null) tell(noHeader());
  else if (filled === 0 && !isBlankFile(found)) tell(noRows(found.row + 1));
  return campaigns;
}

// A file without header has no rows either: one problem is enough.
const isBlankFile = ({ names }: Header): boolean => names.every((name) => name === "");
