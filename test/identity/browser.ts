/** A page, or the redirect that stands in its place. */
export interface Visit {
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
  readonly html: string;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** A browser without scripts: cookies by path, links, forms, redirects; it stops where a redirect leaves the issuer. */
export class Browser {
  readonly #cookies = new Map<string, Cookie>();

  constructor(private readonly headers: Readonly<Record<string, string>> = {}) {}

  /** Opens an address and follows redirects on the same origin; the last answer may be a redirect to elsewhere. */
  async open(address: string | URL, body?: URLSearchParams): Promise<Visit> {
    const url = new URL(address);
    const response = await fetch(url, {
      method: body ? "POST" : "GET",
      redirect: "manual",
      headers: { accept: "text/html", ...this.headers, cookie: this.cookiesFor(url) },
      ...(body ? { body } : {}),
    });
    this.#keep(response.headers.getSetCookie(), url);
    const location = response.headers.get("location");
    const visit = { status: response.status, url, headers: response.headers, html: await response.text() };
    if (location === null) return visit;
    const next = new URL(location, url);
    return next.origin === url.origin ? this.open(next) : { ...visit, url: next };
  }

  /** Sends the form of a page with what a person fills in; hidden fields go along. */
  submit(visit: Visit, filledIn: Readonly<Record<string, string>>): Promise<Visit> {
    const form = /<form[^>]*action="([^"]*)"[^>]*>/.exec(visit.html);
    if (!form) throw new Error(`no form on ${visit.url.href}:\n${visit.html}`);
    const hidden = [...visit.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]): [string, string] => [name, value],
    );
    return this.open(
      new URL(form[1] ?? "", visit.url),
      new URLSearchParams([...hidden, ...Object.entries(filledIn)]),
    );
  }

  get cookieNames(): string[] {
    return [...this.#cookies.keys()];
  }

  /** The cookies that go along to an address. */
  cookiesFor(url: URL): string {
    return [...this.#cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  #keep(lines: readonly string[], url: URL): void {
    for (const line of lines) {
      const [pair = "", ...attributes] = line.split("; ");
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      const path = attributes.find((attribute) => attribute.startsWith("path="))?.slice(5) ?? url.pathname;
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, { value, path });
    }
  }
}
