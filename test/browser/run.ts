import type { Browser } from "playwright-core";
import { beforeAnEarlyEnd } from "../faults/early-end.js";
import { finish, note, say } from "../scale/tap.js";
import { launchChromium } from "./chromium.js";
import { paintGallery } from "./gallery.js";
import { runningHub, startVisitedHub, type VisitedHub } from "./hub.js";
import { makeJourneys } from "./journeys/journeys.js";
import { proveMutations } from "./mutations.js";
import { readOptions } from "./options.js";
import { visitPages } from "./visit-pages.js";
import { visitWorkspace } from "./visit-workspace.js";

/**
 * npm run test:browser [-- NAME… --gallery --hub http://127.0.0.1:4000]: what is named runs, otherwise everything; a name is
 * « mutations », a type of page (« indicator ») or a journey (« citizen »).
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const startedAt = Date.now();
  let hub: VisitedHub | null = null;
  let browser: Browser | null = null;
  const putAway = async (): Promise<void> => {
    await browser?.close();
    await hub?.stop();
  };
  const forget = beforeAnEarlyEnd(putAway);
  try {
    browser = await launchChromium();
    hub = options.hub ? runningHub(options.hub) : await startVisitedHub();
    const { address } = hub;
    note(`Chromium ${browser.version()} visits ${address}`);
    await visitPages(browser, address, options);
    await visitWorkspace(browser, address, options);
    await makeJourneys(browser, address, options);
    if (options.asks("mutations")) await proveMutations(browser, address);
    if (options.isGallery) await paintGallery(browser, address);
    note(`${Math.round((Date.now() - startedAt) / 1_000)} s`);
  } catch (error) {
    say("the run comes to its end", [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ]);
  } finally {
    await putAway();
    forget();
  }
  if (!finish()) process.exitCode = 1;
}

await main();
