import type { TestHub } from "../../../../../test/harness/test-hub.js";
import { type Seen, Visitor } from "../../testing/a-visitor.js";

/** The settings of a hub whose pages are signed in to. */
export const sessions = { PORTAL_SESSION_KEY: "a-key-of-the-portal-of-32-characters-" };

/** A steward at a browser without scripts. */
export class Steward {
  private constructor(readonly visitor: Visitor) {}

  static async of(hub: TestHub, account: string): Promise<Steward> {
    const visitor = new Visitor(hub.address);
    await visitor.signIn(account, "/espace/pilotage");
    return new Steward(visitor);
  }

  open(address: string): Promise<Seen> {
    return this.visitor.open(address);
  }

  /** Sends a form of a page, as its button does; no redirect is followed. */
  async send(address: string, form: string, act: string, fields: Record<string, string> = {}): Promise<Seen> {
    const page = await this.open(address);
    return this.visitor.once(
      address,
      { "anti-forgery": tokenOf(page), form, act, ...fields },
      { origin: page.url.origin },
    );
  }

  /** Sends a form, and goes where it leads. */
  async sendAndFollow(...sent: Parameters<Steward["send"]>): Promise<Seen> {
    const answer = await this.send(...sent);
    const location = answer.headers.get("location");
    return location === null ? answer : this.open(location);
  }
}

// Every form of a session bears the same token; a page without a form of its own has that of signing out.
const tokenOf = ({ html }: Seen): string => /name="anti-forgery" value="([^"]*)"/.exec(html)?.[1] ?? "";

const named: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
};

/** The words of a page, or of a part of it. */
export const wordsOfPage = (html: string): string =>
  (html.split("<main")[1] ?? html)
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => named[entity] ?? entity)
    .replace(/\s+/g, " ");

/** What is told beside a field that is to be mended. */
export const errorOf = ({ html }: Seen, field: string): string =>
  wordsOfPage(
    new RegExp(`<p class="field-error" id="${field}-error">(.*?)</p>`, "s").exec(html)?.[1] ?? "",
  ).trim();
