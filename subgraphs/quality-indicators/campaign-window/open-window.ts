import { dayInToronto } from "../../shared/clock.js";
import { HubError } from "../../shared/errors.js";

/** The instants between which a campaign takes figures; null while a date is not set. */
export interface OpenWindow {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly lockAt: Date | null;
}

/** V23: figures are taken from the opening until the lock, or the deadline where there is no lock. */
export function isOpenAt(window: OpenWindow | null, now: Date): boolean {
  const last = window?.lockAt ?? window?.closesAt;
  if (!window?.opensAt || !last) return false;
  return window.opensAt <= now && now < last;
}

/** Refuses figures for a campaign that does not take them now; days are told in Toronto time. */
export function refuseWhenClosed(window: OpenWindow | null, campaign: string, now: Date): void {
  if (isOpenAt(window, now)) return;
  const day = (instant: Date | null | undefined): string => (instant ? dayInToronto(instant) : "—");
  throw new HubError(
    "CAMPAIGN_NOT_OPEN",
    { campaign, opens: day(window?.opensAt), closes: day(window?.closesAt) },
    "campaign",
  );
}
