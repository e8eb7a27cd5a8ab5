/** What a visitor sees after the last redirect. */
export interface Seen {
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
  readonly html: string;
}

/** A cookie with what the hub said of it. */
export interface KeptCookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly attributes: readonly string[];
}

type Fields = Readonly<Record<string, string>> | URLSearchParams | FormData;

/** Somebody at a browser without scripts: cookies by path, links, forms, redirects. */
export class Visitor {
  readonly cookies = new Map<string, KeptCookie>();
  /** Every cookie that was ever set. */
  readonly everSet: KeptCookie[] = [];
  /** Every address that was asked for. */
  readonly asked: string[] = [];

  constructor(private readonly hub: string) {}

  /** One request, no redirect followed. */
  async once(address: string | URL, sent?: Fields, headers: Record<string, string> = {}): Promise<Seen> {
    const url = new URL(address, this.hub);
    this.asked.push(url.href);
    const body = sent && !(sent instanceof FormData) ? new URLSearchParams(sent) : sent;
    const response = await fetch(url, {
      method: body ? "POST" : "GET",
      redirect: "manual",
      headers: { accept: "text/html", cookie: this.cookiesFor(url), ...headers },
      ...(body ? { body } : {}),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line, url);
    return { status: response.status, url, headers: response.headers, html: await response.text() };
  }

  /** A request, and each redirect that follows. */
  async open(address: string | URL, sent?: Fields): Promise<Seen> {
    const seen = await this.once(address, sent);
    const location = seen.headers.get("location");
    return location === null ? seen : this.open(new URL(location, seen.url));
  }

  /** Goes to a page as somebody who has not signed in, and signs in with a demonstration account. */
  async signIn(account: string, page = "/espace"): Promise<Seen> {
    return this.chooseAccount(await this.toIssuer(page), { other: account });
  }

  /** From a page to the issuer's own. */
  async toIssuer(page = "/espace"): Promise<Seen> {
    const signIn = await this.open(page);
    return this.open(linkOf(signIn.html, "button"));
  }

  chooseAccount(login: Seen, filledIn: Record<string, string>): Promise<Seen> {
    const action = /<form method="post" action="([^"]*)"/.exec(login.html)?.[1] ?? "";
    return this.open(new URL(action, login.url), filledIn);
  }

  cookiesFor({ pathname }: URL): string {
    return [...this.cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(`${path.replace(/\/$/, "")}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
  }

  /** The session's cookie under a path. */
  session(path = "/espace"): string {
    return this.cookies.get(`carrefour-session-0 ${path}`)?.value ?? "";
  }

  /** Puts a session in place of the visitor's own. */
  setSession(value: string): void {
    for (const path of ["/espace", "/en/workspace"])
      this.cookies.set(`carrefour-session-0 ${path}`, {
        name: "carrefour-session-0",
        value,
        path,
        attributes: [],
      });
  }

  #keep(line: string, url: URL): void {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? url.pathname;
    const cookie = { name, value, path, attributes };
    this.everSet.push(cookie);
    if (value === "") this.cookies.delete(`${name} ${path}`);
    else this.cookies.set(`${name} ${path}`, cookie);
  }
}

/** The address of the first link of a class. */
export const linkOf = (html: string, kind: string): string =>
  (new RegExp(`<a class="${kind}" href="([^"]*)"`).exec(html)?.[1] ?? "").replaceAll("&amp;", "&");

/** The anti-forgery token of a page's own form. */
export const tokenOf = ({ html }: Seen): string =>
  /name="anti-forgery" value="([^"]*)"/.exec(html.split("<main")[1] ?? html)?.[1] ?? "";
