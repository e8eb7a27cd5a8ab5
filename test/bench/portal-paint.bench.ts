import type { Browser, CDPSession, Page } from "playwright-core";
import { addressOf } from "../../gateway/portal/addresses.js";
import { launchChromium } from "../browser/chromium.js";
import { end, environmentOf, prepareGround, runPinned, untilAnswers } from "./contestants.js";
import { pin } from "./measure.js";
import { type Benchmark, type BenchResult, figure } from "./result.js";

const runs = 5;
const port = 4980;
const address = `http://127.0.0.1:${port}`;

/** A modest telephone on a modest network: Lighthouse's « slow 4G », 150 ms and 1.6 Mbit/s, and a fourth of this CPU. */
const slowdown = 4;
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_600 * 1_000) / 8,
  uploadThroughput: (750 * 1_000) / 8,
};
const telephone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

const pages = {
  home: addressOf("fr", "home"),
  // The heaviest of them: twenty categories.
  "indicator-IQP-16": addressOf("fr", "indicator", { code: "IQP-16" }),
};

/** What one first visit showed, in milliseconds. */
interface Paint {
  readonly largest: number;
  readonly blocked: number;
}

/** What the page notes of itself, from its first moment on. */
function watchPaints(): void {
  const seen = { largest: 0, blocked: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largest = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  // Of each long task, what is over 50 ms keeps the page from answering: « total blocking time ».
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50);
  }).observe({ type: "longtask", buffered: true });
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return session;
}

async function firstVisit(browser: Browser, path: string): Promise<Paint> {
  const context = await browser.newContext({ ...telephone, locale: "fr-CA" });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPaints);
    await slowDown(page);
    await page.goto(address + path, { waitUntil: "networkidle" });
    const paint = await page.evaluate(() => (window as unknown as { seen: Paint }).seen);
    if (paint.largest === 0) throw new Error(`${path}: nothing was painted`);
    return paint;
  } finally {
    await context.close();
  }
}

async function run(): Promise<BenchResult[]> {
  const ground = await prepareGround();
  const hub = runPinned("dist/gateway/main.js", [], environmentOf(ground, { PORT: String(port) }));
  let browser: Browser | null = null;
  try {
    await untilAnswers(`${address}/health/ready`);
    // A telephone has several cores too.
    pin(process.pid, 0, 1);
    browser = await launchChromium();
    const results: BenchResult[] = [];
    for (const [name, path] of Object.entries(pages)) {
      await fetch(address + path);
      const paints: Paint[] = [];
      for (let visit = 0; visit < runs; visit += 1) paints.push(await firstVisit(browser, path));
      results.push(
        figure(
          `largest-contentful-paint-${name}`,
          "ms (bar: ≤ 2500)",
          paints.map(({ largest }) => largest),
        ),
        figure(
          `total-blocking-time-${name}`,
          "ms (bar: ≤ 200)",
          paints.map(({ blocked }) => blocked),
        ),
      );
    }
    return results;
  } finally {
    await browser?.close();
    await end(hub);
    await ground.clear();
  }
}

export const portalPaintBenchmark: Benchmark = {
  name: "portal-paint",
  about:
    "In Chromium on a fourth of this CPU and 1.6 Mbit/s: when a first page is painted, how long it does not answer",
  run,
};
