import { HubRefused } from "../../workspace-page.js";

/** What a part of a page is made of, or null when the hub cannot read it now: the rest of the page is shown. */
export async function readOrLost<Read>(reading: Promise<Read>): Promise<Read | null> {
  try {
    return await reading;
  } catch (refusal) {
    if (refusal instanceof HubRefused && ["UNAVAILABLE", "INTERNAL"].includes(refusal.family)) return null;
    throw refusal;
  }
}
