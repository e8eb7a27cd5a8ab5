import { activities2024 } from "./activities-2024.js";
import { questionsAsked } from "./instrument.js";
import { dealChoices } from "./marks.js";
import { answersOf, type OfficeProfile } from "./office-profile.js";
import { type Office, officesOfRegister } from "./offices.js";
import { partners2024 } from "./partners-2024.js";
import { publishedCounts, publishedNumber } from "./published-targets.js";
import { seededRandom } from "./random.js";
import { type Pair, structures2024 } from "./structure-2024.js";
import type { SyntheticSubmission } from "./synthetic-submission.js";

/** An office that answered, and what its one or two respondents tell. */
export interface AnsweringOffice {
  readonly office: Office;
  readonly profiles: readonly OfficeProfile[];
}

/** Short names of what helps, after the themes of the Portrait. */
export const strengths = ["appui", "sensibilisation", "équipe"] as const;

/** Short names of what is difficult, after the themes of the Portrait. */
export const challenges = ["statut", "terrain", "recrutement", "roulement", "ressources"] as const;

/** What the offices of 2024 tell; every number that the sources print is read from the published figures. */
export function profiles2024(seed = 2024): AnsweringOffice[] {
  const random = seededRandom(seed);
  // The sources count two offices more than they name: the two that they do not mention at all are taken.
  const offices = officesOfRegister.filter(({ represented2024 }) => represented2024 !== "NO");
  const responses = publishedNumber("2024.respondents.annexe-3");
  const twice = new Set(
    random
      .shuffle(offices.filter(({ isHospital }) => !isHospital))
      .slice(0, responses - publishedNumber("2024.offices_responding.portrait")),
  );
  const places = offices.flatMap((office) => (twice.has(office) ? [office, office] : [office]));
  const pairs = [...twice].map((office): Pair => [places.indexOf(office), places.lastIndexOf(office)]);
  const roles = dealChoices(random, publishedCounts("A2.4"));
  if (places.length !== responses || roles.length !== responses)
    throw new RangeError(`${places.length} places, ${roles.length} roles for ${responses} responses.`);

  const structures = structures2024(random, responses, pairs);
  const activities = activities2024(
    random,
    places.map(({ isHospital }) => isHospital),
  );
  const partners = partners2024(random, offices.length);
  const profiles = structures.map((structure, place): OfficeProfile => {
    const office = places[place] as Office;
    const isFirst = places.indexOf(office) === place;
    return {
      ...structure,
      ...(activities[place] as (typeof activities)[number]),
      role: roles[place] as string,
      companions: random.next() < 0.4 ? random.integer(1, 3) : 0,
      services: ["Bureau synthétique", "Service synthétique"].slice(0, random.integer(1, 2)),
      partners: isFirst ? (partners[offices.indexOf(office)] ?? null) : null,
      ministryAsked: random.next() < 0.4,
      worksWithUserCommittee: random.next() < 0.8,
      strength: random.pick(strengths),
      challenge: random.pick(challenges),
    };
  });
  return offices.map((office) => ({
    office,
    profiles: profiles.filter((_profile, place) => places[place] === office),
  }));
}

/** The demonstration submissions of 2024: what is counted over them is what the Portrait prints. */
export function syntheticSubmissions2024(seed?: number): SyntheticSubmission[] {
  const questions = questionsAsked("2024");
  return profiles2024(seed).map(({ office: { establishment, office }, profiles }) => ({
    establishment,
    office,
    responses: profiles.map((profile) => answersOf(profile, questions)),
  }));
}
