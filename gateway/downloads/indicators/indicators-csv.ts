import { stringify } from "csv-stringify/sync";
import { inert } from "../inert-cell.js";
import type { DataLicence } from "./data-licence.js";
import { columnsUnder } from "./indicators-columns.js";
import type { PublishedIndicators } from "./published-indicators.js";

/**
 * The observations of every indicator as CSV (RFC 4180), UTF-8 with a byte order mark so that spreadsheets read the
 * accents. Texts are quoted and numbers are not: « 50,000$ » stays a text.
 */
export function indicatorsCsv({ indicators }: PublishedIndicators, licence: DataLicence): string {
  const columns = columnsUnder(licence);
  const rows = indicators.flatMap((indicator) =>
    indicator.observations.map((observation) => columns.map(({ of }) => inert(of(observation, indicator)))),
  );
  return stringify([columns.map(({ name }) => name), ...rows], {
    bom: true,
    quoted_string: true,
    record_delimiter: "windows",
  });
}
