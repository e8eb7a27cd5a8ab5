import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Language } from "../../gateway/portal/language.js";
import { localeOf } from "../../gateway/portal/language.js";

/** Somebody before a screen, and what went wrong on it. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console said, what the content-security policy refused, what was asked elsewhere; forgotten once told. */
  breaches(): Promise<string[]>;
  leave(): Promise<void>;
}

export interface VisitorOptions extends BrowserContextOptions {
  readonly language: Language;
  /** http://host:port of the hub: nothing may be asked elsewhere. */
  readonly address: string;
}

// A form that is sent back to be mended is answered so; Chromium tells of it as of a page that is not there.
const refusedForm = /status of (409|422)/;

// Several times what a page takes on a machine with other work to do.
const mostWaitMs = 60_000;

/** Opens a browser of its own for somebody. */
export async function aVisitor(
  browser: Browser,
  { language, address, ...more }: VisitorOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    locale: localeOf(language),
    timezoneId: "America/Toronto",
    viewport: { width: 1280, height: 900 },
    ...more,
  });
  context.setDefaultTimeout(mostWaitMs);
  const seen: string[] = [];
  const page = await context.newPage();
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type()) || refusedForm.test(message.text())) return;
    seen.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => seen.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (new URL(url).origin !== address && !url.startsWith("data:")) seen.push(`asked elsewhere: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // A file to save takes the place of the page that was asked for.
    if (!why.includes("ERR_ABORTED")) seen.push(`not answered: ${request.url()} (${why})`);
  });
  // Told to the page before its first byte is read; the policy does not bind what a debugger brings.
  await context.addInitScript(() => {
    const refused: string[] = [];
    Object.defineProperty(window, "refusedByPolicy", { value: refused });
    addEventListener("securitypolicyviolation", (event) =>
      refused.push(
        `${event.violatedDirective}: ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      ),
    );
  });
  return {
    page,
    context,
    async breaches() {
      const refused = await page.evaluate(
        () => (window as unknown as { refusedByPolicy?: string[] }).refusedByPolicy?.splice(0) ?? [],
      );
      return [...seen.splice(0), ...refused.map((line) => `policy: ${line}`)];
    },
    leave: () => context.close(),
  };
}
