import { expect } from "vitest";
import { anEstablishmentPrincipal, aSteward } from "../../../../test/harness/subgraph.js";
import type { Collection } from "./collection.js";

type Caller = ReturnType<typeof aSteward>;

/** The stewards of the demonstration, one a scope. */
export const collector = aSteward("steward:collect");
export const publisher = aSteward("steward:publish");
export const protector = aSteward("steward:privacy");
export const chum = anEstablishmentPrincipal("chum");

/** What a refused act is told: its code and its place. */
export interface Refused {
  readonly code: unknown;
  readonly place: unknown;
}

/** Does what one field of Mutation does and gives its answer; the field is written with its arguments. */
export async function act<Answer = Record<string, unknown>>(
  hub: Collection,
  field: string,
  caller: Caller,
): Promise<Answer> {
  const { data, errors } = await hub.ask<Record<string, Answer>>(`mutation { act: ${field} }`, {}, caller);
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.act as Answer;
}

/** Tries what is expected to be refused, and makes sure that nothing was written. */
export async function refused(hub: Collection, field: string, caller: Caller): Promise<Refused> {
  const { errors } = await hub.writingNothing(() => hub.ask(`mutation { act: ${field} }`, {}, caller));
  expect(hub.hidden).toEqual([]);
  const { code, place } = errors?.[0]?.extensions ?? {};
  return { code, place };
}

/** The events of a submission, the first one first, with their reasons. */
export async function eventsOf(hub: Collection, id: string): Promise<string[]> {
  const { data } = await hub.ask<{ submission: { audit: { event: string; reason: string | null }[] } }>(
    `{ submission(id: "${id}") { audit { event reason } } }`,
    {},
    collector,
  );
  return data!.submission.audit.map(({ event, reason }) => (reason === null ? event : `${event} ${reason}`));
}
