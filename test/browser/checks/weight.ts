import type { Browser } from "playwright-core";
import { aVisitor } from "../visitor.js";
import type { VisitedPage } from "../page-examples.js";

const mostBytes = 150 * 1_024;

/** The first page that somebody opens: every byte that comes over the wire, its style, scripts and pictures included. */
export async function weightOf(browser: Browser, address: string, page: VisitedPage): Promise<number> {
  const visitor = await aVisitor(browser, { language: page.language, address });
  try {
    const session = await visitor.context.newCDPSession(visitor.page);
    await session.send("Network.enable");
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await visitor.page.goto(page.address, { waitUntil: "networkidle" });
    return bytes;
  } finally {
    await visitor.leave();
  }
}

/** Told when a first page is too heavy. */
export const weightBreaches = (bytes: number): string[] =>
  bytes > 0 && bytes <= mostBytes ? [] : [`expected at most ${mostBytes} bytes, got ${bytes}`];
