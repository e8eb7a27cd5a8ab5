import { choicesOf, questionsAsked } from "./instrument.js";
import { agreeInPairs, dealChoices, type Inclination, markChoices } from "./marks.js";
import type { OfficeProfile } from "./office-profile.js";
import {
  countOf,
  populationCode,
  publishedCounts,
  publishedFigure,
  publishedMode,
  publishedRange,
} from "./published-targets.js";
import type { Random } from "./random.js";

/** Two places of one office: its first and its second response. */
export type Pair = readonly [number, number];

type Structure = Pick<
  OfficeProfile,
  "directions" | "years" | "budget" | "persons" | "fullTimeEquivalents" | "funding"
>;

// Who has a mark is not given another while somebody has none; B1 has one line for what is written in.
const sparingly: Inclination = (_place, choice, marks) =>
  -2 * marks.size - (choice === "OTHER" && marks.has(populationCode) ? 2 : 0);

function yearsOf(random: Random, places: number): string[] {
  const counts = publishedCounts("B3");
  // Only the sum of both youngest bands follows from what is published.
  const young = countOf(publishedFigure("2024.years_lt3.calcul")) ?? 0;
  const youngest = random.integer(1, young - 1);
  const years = dealChoices(random, counts.set("LT1", youngest).set("Y1_3", young - youngest));
  if (years.length !== places)
    throw new RangeError(`${years.length} bands of years for ${places} responses.`);
  return years;
}

function fullTimeEquivalentsOf(random: Random, places: number): number[] {
  const { low, high } = publishedRange("2024.fte_range.portrait");
  const mode = publishedMode();
  const values = [low, high, ...Array<number>(mode.count).fill(mode.value)];
  while (values.length < places) {
    const value = Math.round(10 * (low + (high - low) * random.next() ** 1.6)) / 10;
    const uses = values.filter((other) => other === value).length;
    // The published mode stays the only one.
    if (value > low && value < high && value !== mode.value && uses < mode.count - 1) values.push(value);
  }
  return random.shuffle(values);
}

function personsFor(random: Random, fullTimeEquivalents: number): number {
  const persons = publishedRange("2024.fte_range.annexe-3-equipes");
  if (fullTimeEquivalents === publishedRange("2024.fte_range.portrait").high) return persons.high;
  const least = Math.max(persons.low, Math.ceil(fullTimeEquivalents));
  const more = fullTimeEquivalents > publishedMode().value ? random.integer(0, 2) : random.integer(0, 3) / 3;
  return Math.min(persons.high - 1, least + Math.floor(more));
}

/** Budgets that grow with the team, within the published range. */
function budgetFor(fullTimeEquivalents: number): string {
  const range = publishedRange("2024.budget_range.portrait");
  const bands = choicesOf(questionsAsked("2024"), "B4").filter(
    ({ low, high }) => low !== null && low >= range.low && high !== null && high <= range.high,
  );
  const share = fullTimeEquivalents / publishedRange("2024.fte_range.portrait").high;
  const band = bands[Math.min(bands.length - 1, Math.floor(share * bands.length))];
  if (!band) throw new Error("B4 has no band within the published range of budgets.");
  return band.code;
}

/** B1, B3 to B5 and B8 of every response of 2024, as counted in the published figures. */
export function structures2024(random: Random, places: number, pairs: readonly Pair[]): Structure[] {
  const directions = markChoices(random, places, publishedCounts("B1"), sparingly);
  const years = yearsOf(random, places);
  const teams = fullTimeEquivalentsOf(random, places);
  const funding = markChoices(random, places, publishedCounts("B8"), sparingly);
  for (const values of [directions, years, teams, funding]) agreeInPairs<unknown>(values, pairs);
  const persons = teams.map((team) => personsFor(random, team));
  for (const [first, second] of pairs) persons[second] = persons[first] as number;
  const inPairs = new Set(pairs.flat());
  const unaware = new Set(
    random.shuffle([...teams.keys()].filter((place) => !inPairs.has(place))).slice(0, random.integer(2, 4)),
  );
  return teams.map((team, place) => ({
    directions: directions[place] as ReadonlySet<string>,
    years: years[place] as string,
    budget: unaware.has(place) ? null : budgetFor(team),
    persons: persons[place] as number,
    fullTimeEquivalents: team,
    funding: funding[place] as ReadonlySet<string>,
  }));
}
