import { markChoices } from "./marks.js";
import { offerFor, type OfficeProfile } from "./office-profile.js";
import { publishedCounts } from "./published-targets.js";
import type { Random } from "./random.js";

type Activities = Pick<OfficeProfile, "offer" | "sectors" | "plans" | "levels" | "activities">;

/** V15: the sector that goes with a plan. */
export const sectorOfPlan: ReadonlyMap<string, string> = new Map([
  ["ONCOLOGY_PROGRAMME", "ONCOLOGY"],
  ["AIRE_OUVERTE", "YOUTH"],
  ["AGIR_TOT", "YOUTH"],
  ["LTC_2021_26", "LONG_TERM_CARE"],
  ["SENIORS_HOMES", "LONG_TERM_CARE"],
  ["MENTAL_DISORDERS_PQPTM", "MENTAL_HEALTH_ADDICTION"],
  ["MENTAL_HEALTH_2022_26", "MENTAL_HEALTH_ADDICTION"],
  ["PRIMARY_CARE_ACCESS_POINT", "PRIMARY_CARE"],
]);

const plansWithoutFigure = [
  "PALLIATIVE_2020_25",
  "LTC_2021_26",
  "MENTAL_HEALTH_2022_26",
  "SENIORS_HOMES",
  "AGIR_TOT",
];

// V26: a hospital alone seldom has these.
const outsideHospitals = new Set(["LONG_TERM_CARE", "HOME_SUPPORT", "PRIMARY_CARE", "ID_ASD"]);

// More than chance and breadth together can outweigh.
const certainly = 5;

function planCounts(random: Random): Map<string, number> {
  const counts = publishedCounts("C3");
  const fewest = Math.min(...counts.values());
  for (const plan of plansWithoutFigure) counts.set(plan, random.integer(Math.ceil(fewest / 2), fewest - 1));
  return counts.set("OTHER", random.integer(1, 3));
}

/** C1 to C5 of every response of 2024, as counted in the published figures. */
export function activities2024(random: Random, isHospital: readonly boolean[]): Activities[] {
  const places = isHospital.length;
  const breadth = isHospital.map(() => random.next());
  const trains = isHospital.map(() => random.next());
  const broad = (place: number): number => breadth[place] as number;

  const levels = markChoices(random, places, publishedCounts("C4"), broad);
  const sectors = markChoices(
    random,
    places,
    publishedCounts("C2"),
    (place, sector) => broad(place) - (isHospital[place] && outsideHospitals.has(sector) ? certainly : 0),
  );
  const plans = markChoices(random, places, planCounts(random), (place, plan) => {
    const sector = sectorOfPlan.get(plan);
    return broad(place) - (sector && !sectors[place]?.has(sector) ? certainly : 0);
  });
  const activities = markChoices(random, places, publishedCounts("C5"), (place, activity) => {
    if (activity.startsWith("TRAIN_")) return broad(place) + 2 * (trains[place] as number);
    // V16: accreditation is answered for at the tactical level.
    const isOutOfPlace = activity === "ACCREDITATION" && !levels[place]?.has("TACTICAL");
    return broad(place) - (isOutOfPlace ? certainly : 0);
  });
  const alsoOffer = new Set(random.shuffle([...isHospital.keys()]).slice(0, 2));
  return activities.map((marks, place) => {
    const free = ["STRATEGIC_PLANNING", "EVALUATION"].filter(() => random.next() < 0.3 + broad(place) / 2);
    return {
      levels: levels[place] as ReadonlySet<string>,
      sectors: sectors[place] as ReadonlySet<string>,
      plans: plans[place] as ReadonlySet<string>,
      activities: marks,
      offer: offerFor(marks, new Set(alsoOffer.has(place) ? [...free, "OTHER"] : free)),
    };
  });
}
