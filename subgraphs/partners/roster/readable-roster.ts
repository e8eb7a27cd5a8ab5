import { HubError, type ToldValue } from "../../shared/errors.js";
import type { PushedRoster, RosterRowInput } from "./partner-roster.input.js";
import {
  longestCode,
  longestKey,
  longestList,
  mostEngagements,
  mostPartners,
  mostWithdrawals,
} from "./roster-limits.js";
import { identifiersIn, identifierWords } from "./rules/direct-identifiers.js";

type Refuse = (argument: string, observed: ToldValue, expected: ToldValue) => never;
const refuse: Refuse = (argument, observed, expected) => {
  throw new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
};

const characters = (count: number): ToldValue => ({ fr: `${count} caractères`, en: `${count} characters` });
const isReadable = (text: string): boolean => !/\p{Surrogate}/u.test(text) && !text.includes("\0");

/** Refuses a push that is out of all proportion, and a key that names somebody; all else is told in the result. */
export function refuseUnreadableRoster({
  idempotencyKey,
  establishment,
  rows,
  withdrawn,
}: PushedRoster): void {
  refuseKey(idempotencyKey);
  refuseLong("establishment", establishment);
  if (rows.length > mostPartners)
    refuse("rows", String(rows.length), {
      fr: `au plus ${mostPartners} partenaires`,
      en: `at most ${mostPartners} partners`,
    });
  if (withdrawn.length > mostWithdrawals)
    refuse("withdrawn", String(withdrawn.length), `≤ ${mostWithdrawals}`);
  withdrawn.forEach((localId, index) => refuseLong(`withdrawn[${index}]`, localId));
  rows.forEach((row, index) => refuseLongRow(row, `rows[${index}]`));
}

function refuseKey(key: string): void {
  if (key.trim() === "" || key.length > longestKey || !isReadable(key))
    refuse("idempotencyKey", characters(key.length), `1–${longestKey}`);
  // A hash in hexadecimal is drawn from the content, and says nothing by itself.
  const [found] = /^[0-9a-f]{64}$/.test(key) ? [] : identifiersIn(key);
  if (found !== undefined)
    refuse("idempotencyKey", identifierWords[found], {
      fr: "une clé qui ne dit rien d'une personne",
      en: "a key that says nothing of a person",
    });
}

function refuseLong(place: string, text: string): void {
  if (text.length > longestCode || !isReadable(text))
    refuse(place, characters(text.length), `≤ ${longestCode}`);
}

function refuseLongRow({ engagements, ...partner }: RosterRowInput, path: string): void {
  refuseLongValues(partner, path);
  const many = engagements ?? [];
  if (many.length > mostEngagements)
    refuse(`${path}.engagements`, String(many.length), `≤ ${mostEngagements}`);
  many.forEach((engagement, index) => refuseLongValues(engagement, `${path}.engagements[${index}]`));
}

function refuseLongValues(values: object, path: string): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") refuseLong(`${path}.${name}`, value);
    if (!Array.isArray(value)) continue;
    if (value.length > longestList) refuse(`${path}.${name}`, String(value.length), `≤ ${longestList}`);
    for (const text of value) refuseLong(`${path}.${name}`, String(text));
  }
}
