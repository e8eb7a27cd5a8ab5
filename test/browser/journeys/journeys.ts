import type { Browser } from "playwright-core";
import { type Language, languages } from "../../../gateway/portal/language.js";
import { say } from "../../scale/tap.js";
import type { Options } from "../options.js";
import { aVisitor, type Visitor } from "../visitor.js";
import { citizen } from "./citizen.js";
import { committeeMember } from "./committee-member.js";
import { partnerOffice } from "./partner-office.js";
import { researcher } from "./researcher.js";
import { Someone } from "./someone.js";
import { steward } from "./steward.js";

/** How a journey is made: in a language, and with or without scripts. */
export interface Way {
  readonly language: Language;
  readonly hasScripts: boolean;
}

/** Brings somebody to a browser of their own; whoever is brought leaves when the journey is over. */
type Bring = () => Promise<Someone>;

/** What is done, from the first page to the last. */
type Journey = (bring: Bring, way: Way) => Promise<void>;

// Offices of which the demonstration has no figures of this year yet: each sends them once.
const offices: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ["ciusss-estrie-chus", "ciusss-mauricie-centre-du-quebec"],
  en: ["cisss-laval", "cisss-outaouais"],
};
const officeOf = ({ language, hasScripts }: Way): string => offices[language][hasScripts ? 0 : 1];
const sent = new Set<string>();

const journeys: Readonly<Record<string, Journey>> = {
  citizen: async (bring) => citizen(await bring()),
  "committee-member": async (bring) => committeeMember(await bring()),
  "partner-office": (bring, way) => send(bring, way),
  steward: async (bring, way) => {
    const establishment = officeOf(way);
    if (!sent.has(establishment)) await send(bring, way);
    const [collector, publisher, manager, reader] = [
      await bring(),
      await bring(),
      await bring(),
      await bring(),
    ];
    await steward({ collector, publisher, manager, reader, establishment });
  },
  researcher: async (bring) => researcher(await bring()),
};

async function send(bring: Bring, way: Way): Promise<void> {
  const establishment = officeOf(way);
  await partnerOffice(await bring(), establishment, way.hasScripts);
  sent.add(establishment);
}

/** Makes every journey that is asked for, in both languages, with scripts and without. */
export async function makeJourneys(browser: Browser, address: string, { asks }: Options): Promise<void> {
  for (const [name, journey] of Object.entries(journeys).filter(([journey]) => asks(journey)))
    for (const language of languages)
      for (const hasScripts of [true, false]) {
        const breaches = await make(browser, address, journey, { language, hasScripts });
        say(`${language} the journey of ${name}, ${hasScripts ? "with" : "without"} scripts`, breaches);
      }
}

async function make(browser: Browser, address: string, journey: Journey, way: Way): Promise<string[]> {
  const { language, hasScripts } = way;
  const visitors: Visitor[] = [];
  const bring = async (): Promise<Someone> => {
    const visitor = await aVisitor(browser, { language, address, javaScriptEnabled: hasScripts });
    visitors.push(visitor);
    return new Someone(visitor, language);
  };
  const breaches: string[] = [];
  try {
    await journey(bring, way);
  } catch (error) {
    breaches.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  for (const visitor of visitors) {
    breaches.push(...(await visitor.breaches()));
    await visitor.leave();
  }
  return breaches;
}
