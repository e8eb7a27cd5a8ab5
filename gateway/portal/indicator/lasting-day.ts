import type { ShownCampaign } from "./shown-indicator.js";

const inToronto = new Intl.DateTimeFormat("fr-CA", { dateStyle: "short", timeZone: "America/Toronto" });

/**
 * The day, in Toronto, on which the last vintage of a campaign came out: what the hub told at its end is what it tells now.
 * Null for a campaign of the documents alone.
 */
export function lastingDay({ vintages }: Pick<ShownCampaign, "vintages">): string | null {
  const last = vintages.at(-1);
  return last ? inToronto.format(new Date(last.publishedAt)) : null;
}
