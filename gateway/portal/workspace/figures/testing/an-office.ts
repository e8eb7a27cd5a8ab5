import { Buffer } from "node:buffer";
import type { TestHub } from "../../../../../test/harness/hub.js";
import type { Language } from "../../../language.js";
import { fullAnswers } from "../../../../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { form2025 } from "../../../../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { type Seen, tokenOf, Visitor } from "../../testing/a-visitor.js";
import { sentAsKept } from "../case/sent-answers.js";
import type { SentAnswer } from "../case/sent-answer.js";
import { fieldsOf, typedOf } from "../case/typed-answers.js";

/** The campaign that the demonstration leaves open. */
export const campaign = "2025-2026";

/** What a person types: by field, several values for what is ticked. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** The fields of a whole form without mistake, with what a test changes; null empties a question. */
export function filledForm(
  changes: Readonly<Record<string, Partial<SentAnswer> | null>> = {},
): Record<string, readonly string[]> {
  const answers = fullAnswers(changes) as readonly SentAnswer[];
  const typed = typedOf(form2025 as never, sentAsKept(answers), "fr");
  return Object.fromEntries(
    [...typed].flatMap(([code, { values, missing, comment }]) => {
      const fields = fieldsOf(code);
      return [
        [fields.value, values],
        [fields.missing, missing === "" ? [] : [missing]],
        [fields.comment, comment === "" ? [] : [comment]],
      ];
    }),
  ) as Record<string, readonly string[]>;
}

/** A value of a hidden field of the page's own form. */
export const hidden = ({ html }: Seen, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html.split("<main")[1] ?? "")?.[1] ?? "";

/** The text of a page: without tags, spaces that may not break as plain ones. */
export const textOf = ({ html }: Pick<Seen, "html">): string =>
  (html.split("<main")[1] ?? html)
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replace(/[\s\u00a0\u202f]+/g, " ");

/** What stands beside a question: the part of the page that is its own. */
export function blockOf({ html }: Seen, code: string): string {
  const start = html.indexOf(`data-question="${code}"`);
  const end = html.indexOf("data-question=", start + 20);
  return start === -1 ? "" : html.slice(start, end === -1 ? undefined : end);
}

/** Somebody of an establishment at the pages of its yearly figures, without scripts. */
export class Manager {
  private constructor(
    private readonly visitor: Visitor,
    private readonly root: string,
  ) {}

  static async of(hub: TestHub, establishment: string, language: Language = "fr"): Promise<Manager> {
    const visitor = new Visitor(hub.address);
    await visitor.signIn(`establishment:${establishment}`);
    return new Manager(
      visitor,
      language === "fr" ? "/espace/donnees-annuelles" : "/en/workspace/yearly-figures",
    );
  }

  /** Opens a page of the campaign; its end is a part of the address. */
  open(end = `/${campaign}`): Promise<Seen> {
    return this.visitor.open(`${this.root}${end}`);
  }

  /** Fills in the form of a page that was opened and presses one of its buttons; redirects are followed. */
  async press(page: Seen, action: string, filled: Filled, end = `/${campaign}`): Promise<Seen> {
    return this.visitor.open(`${this.root}${end}`, this.#fields(page, action, filled));
  }

  /** The same without following the redirect. */
  async pressOnce(page: Seen, action: string, filled: Filled, end = `/${campaign}`): Promise<Seen> {
    return this.visitor.once(`${this.root}${end}`, this.#fields(page, action, filled));
  }

  /** Uploads a file. */
  async upload(page: Seen, name: string, content: string, end: string): Promise<Seen> {
    const form = new FormData();
    form.set("anti-forgery", tokenOf(page));
    form.set("file", new Blob([Buffer.from(content)]), name);
    return this.visitor.once(`${this.root}${end}`, form);
  }

  #fields(page: Seen, action: string, filled: Filled): URLSearchParams {
    const fields = new URLSearchParams({
      "anti-forgery": tokenOf(page),
      key: hidden(page, "key"),
      base: hidden(page, "base"),
      action,
    });
    for (const [name, values] of Object.entries(filled))
      for (const value of [values].flat()) fields.append(name, value);
    return fields;
  }
}
