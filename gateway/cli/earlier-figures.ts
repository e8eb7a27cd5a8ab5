import { type LastYear, lastYearOf } from "../figures-file/last-year.js";
import type { HubClient } from "../sdk/client.js";
import { readEarlierFigures } from "../sdk/operations.js";

export type { LastYear };

/** Finds what an office said last: of the latest earlier campaign, the approved revision, else the latest. */
export type FindLastYear = (place: {
  readonly campaign: string;
  readonly establishment: string;
  readonly office: string | null;
}) => LastYear | null;

/** Asks the hub once for everything that the caller may see of earlier campaigns. */
export async function earlierFigures(hub: HubClient): Promise<FindLastYear> {
  const { data } = await hub.ask(readEarlierFigures, {});
  return (place) => lastYearOf(data.submissions, place);
}
