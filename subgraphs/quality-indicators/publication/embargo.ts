import { instantInToronto } from "../../shared/clock.js";
import { HubError } from "../../shared/errors.js";

/** Until when nothing of a campaign is published, and what time it is for PostgreSQL, which refuses it too. */
export interface Embargo {
  readonly until: Date | null;
  readonly serverNow: Date;
}

/** True while one of the two clocks has not come to the end of the embargo; the instant itself is past it. */
export const isHeld = ({ until, serverNow }: Embargo, now: Date): boolean =>
  until !== null && (now < until || serverNow < until);

/** Refuses to publish a campaign under embargo; the instant is told in Toronto time. */
export function refuseEmbargoed(embargo: Embargo, campaign: string, now: Date): void {
  if (embargo.until === null || !isHeld(embargo, now)) return;
  throw new HubError("EMBARGOED", { campaign, until: instantInToronto(embargo.until) }, "campaign");
}
