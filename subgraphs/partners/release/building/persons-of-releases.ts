import type { ReadTogether } from "../comparison/keep-together.js";
import type { CountedPersons } from "../joined-record.repository.js";
import type { Combination, EarlierRelease } from "../release-content.repository.js";
import type { ReleasePolicy } from "../release-policy.js";

/** The number of the combination of each earlier release that somebody was in, as counted persons tell it. */
export const toldEarlier = (history: string): [release: string, number: number][] =>
  history === ""
    ? []
    : history.split(" ").map((place) => {
        const at = place.lastIndexOf(":");
        return [place.slice(0, at), Number(place.slice(at + 1))];
      });

/** All persons of the earlier releases and of the new one, with what each release tells of them. */
export function personsOfReleases(
  persons: readonly CountedPersons[],
  told: readonly (Combination | null)[],
  earlier: readonly EarlierRelease[],
  policy: ReleasePolicy,
): ReadTogether {
  return {
    policies: [...earlier.map((release) => release.policy), policy],
    persons: persons.map(({ history, count }, place) => {
      const numbers = new Map(toldEarlier(history));
      const before = earlier.map(({ release, combinations }) => {
        const number = numbers.get(release);
        if (number === undefined) return null;
        const { keys, sensitive } = combinations[number - 1]!;
        return { keys, sensitive };
      });
      return { told: [...before, told[place] ?? null], count };
    }),
  };
}
