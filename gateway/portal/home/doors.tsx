import { addressOf, type PageName } from "../addresses.js";
import type { Language } from "../language.js";
import { homeWords } from "./words.js";

// By what people come for, not by what the site is made of.
const doors = [
  ["indicators", "figureDoor", "figureDoorWhy"],
  ["establishments", "establishmentDoor", "establishmentDoorWhy"],
  ["regions", "regionDoor", "regionDoorWhy"],
  ["developers", "researchDoor", "researchDoorWhy"],
  ["workspace", "officeDoor", "officeDoorWhy"],
] as const satisfies readonly (readonly [PageName, string, string])[];

/** The ways in, by need. */
export const Doors = ({ language }: { readonly language: Language }) => {
  const say = homeWords(language);
  return (
    <section aria-labelledby="doors">
      <h2 id="doors">{say("doors")}</h2>
      <ul class="cards doors">
        {doors.map(([page, door, why]) => (
          <li key={door} class="card">
            <h3>
              <a href={addressOf(language, page)}>{say(door)}</a>
            </h3>
            <p>{say(why)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
