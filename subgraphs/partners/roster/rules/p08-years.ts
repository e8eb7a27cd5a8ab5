import { atPartner, type Finding, placeOf } from "./issue.js";
import { type RosterRule, thisYear } from "./rule.js";

const firstYear = 1980;
// Mandates are given ahead.
const yearsAhead = 10;

/** P08: years are of this time, and in order: joined, engaged from, engaged to. */
export const p08Years: RosterRule = {
  id: "P08",
  severity: "E",
  check: ({ rows }, context) =>
    rows.flatMap(({ joinedYear, engagements }, row) => {
      const last = thisYear(context);
      const joined = inRange(joinedYear, last);
      return [
        ...outOfRange("joinedYear", joinedYear, last, row),
        ...(engagements ?? []).flatMap(({ fromYear, toYear }, place) => {
          const [from, to] = [inRange(fromYear, last), inRange(toYear, last + yearsAhead)];
          return [
            ...outOfRange("fromYear", fromYear, last, row, place),
            ...outOfRange("toYear", toYear, last + yearsAhead, row, place),
            ...(joined !== null && from !== null && from < joined
              ? [notInOrder("fromYear", from, `≥ ${joined}`, row, place, placeOf(row, "joinedYear"))]
              : []),
            ...(from !== null && to !== null && to < from
              ? [notInOrder("toYear", to, `≥ ${from}`, row, place, placeOf(row, "fromYear", place))]
              : []),
          ];
        }),
      ];
    }),
};

const inRange = (year: number | null | undefined, last: number): number | null =>
  typeof year === "number" && year >= firstYear && year <= last ? year : null;

// What is no year may be a number of somebody.
const tellable = (year: number): string | null => (year >= 1000 && year <= 9999 ? String(year) : null);

const outOfRange = (
  column: string,
  year: number | null | undefined,
  last: number,
  row: number,
  engagement: number | null = null,
): Finding[] =>
  year === null || year === undefined || inRange(year, last) !== null
    ? []
    : [
        atPartner(
          row,
          column,
          {
            code: "YEAR_OUT_OF_RANGE",
            fr: `L'année est attendue entre ${firstYear} et ${last}.`,
            en: `The year is expected between ${firstYear} and ${last}.`,
            observed: tellable(year),
            expected: `${firstYear}–${last}`,
          },
          engagement,
        ),
      ];

const notInOrder = (
  column: string,
  year: number,
  expected: string,
  row: number,
  engagement: number,
  related: string,
): Finding =>
  atPartner(
    row,
    column,
    {
      code: "YEARS_NOT_IN_ORDER",
      fr: "Les années ne sont pas dans l'ordre : arrivée, début de l'engagement, fin de l'engagement.",
      en: "The years are not in order: joined, engagement from, engagement to.",
      observed: year,
      expected,
      relatedPaths: [related],
    },
    engagement,
  );
