import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { PageDoor } from "../../cache/page-door.js";
import { filled } from "../addresses.js";
import { NothingAnswered, publicClient } from "../asking/ask-public.js";
import type { Assets } from "../assets/assets.js";
import { type Language, languages, otherLanguageOf } from "../language.js";
import { documentOf } from "./document.js";
import { type Failure, failurePage } from "./error-pages.js";
import type { Page, ShownPage } from "./page.js";
import type { ToldSettings } from "./told-settings.js";

export interface PageServing {
  readonly pages: PageDoor;
  readonly assets: Assets;
  readonly publicUrl: string;
  readonly settings: ToldSettings;
  readonly isDemonstration: () => Promise<boolean>;
  readonly log: Logger;
}

const html = "text/html; charset=utf-8";
const statusOf: Readonly<Record<Failure, number>> = {
  notFound: 404,
  unavailable: 503,
  tooMany: 429,
  failed: 500,
};

type Params = Readonly<Record<string, string>>;

/** Adds the routes of pages that anybody may read, in both languages. */
export function servePages(app: FastifyInstance, pages: readonly Page[], serving: PageServing): void {
  for (const page of pages)
    for (const language of languages)
      app.get<{ Params: Params }>(page.path[language], (request, reply) =>
        servePage(app, page, language, request, reply, serving),
      );
}

async function servePage(
  app: FastifyInstance,
  page: Page,
  language: Language,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  serving: PageServing,
): Promise<FastifyReply> {
  const query = queryOf(page, language, request.query as Readonly<Record<string, string | string[]>>);
  const addresses = {
    [language]: addressIn(page, language, request.params, query),
    [otherLanguageOf(language)]: addressIn(page, otherLanguageOf(language), request.params, query),
  } as Record<Language, string>;
  try {
    return await serving.pages(
      request,
      reply,
      { name: page.name, address: addresses[language] },
      async () => {
        const { params } = request;
        const { publicUrl, settings } = serving;
        const ask = publicClient(app, request);
        const shown = await page.show({ language, params, query, ask, publicUrl, settings });
        if (!shown) throw new NoSuchPage();
        return {
          html: await written(shown, language, addresses, serving),
          isPartial: shown.isPartial === true,
        };
      },
    );
  } catch (error) {
    return sendFailure(error, language, request, reply, serving);
  }
}

class NoSuchPage extends Error {}

async function written(
  shown: ShownPage,
  language: Language,
  addresses: Readonly<Record<Language, string>> | null,
  { assets, publicUrl, isDemonstration }: PageServing,
): Promise<string> {
  return documentOf({
    ...shown,
    language,
    addresses,
    publicUrl,
    isDemonstration: await isDemonstration(),
    stylesheet: assets.stylesheet,
    scripts: (shown.islands ?? []).map((name) => assets.island(name)),
  });
}

function failureOf(error: unknown): Failure {
  if (error instanceof NoSuchPage) return "notFound";
  if (!(error instanceof NothingAnswered)) return "failed";
  return error.status === 429
    ? "tooMany"
    : error.status < 500 && error.status !== 200
      ? "failed"
      : "unavailable";
}

/** Sends the page that says why there is none. */
export async function sendFailure(
  error: unknown,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
  serving: PageServing,
): Promise<FastifyReply> {
  const failure = failureOf(error);
  if (failure === "failed" || failure === "unavailable")
    serving.log.error({ err: error, requestId: request.id }, "a page could not be made");
  const shown = failurePage(language, failure, request.id);
  return reply
    .code(statusOf[failure])
    .header("cache-control", "no-store")
    .type(html)
    .send(await written(shown, language, null, serving));
}

/** Says to a browser that there is nothing at an address; programs are told as everywhere else. */
export function servePageNotFound(app: FastifyInstance, serving: PageServing): void {
  app.setNotFoundHandler((request, reply) => {
    const { method, url } = request;
    const takesPages = String(request.headers.accept ?? "").includes("text/html");
    if (method !== "GET" || !takesPages)
      return reply
        .code(404)
        .send({ message: `Route ${method}:${url} not found`, error: "Not Found", statusCode: 404 });
    const language: Language = /^\/en(\/|$|\?)/.test(url) ? "en" : "fr";
    return sendFailure(new NoSuchPage(), language, request, reply, serving);
  });
}

// The most values that one parameter is read: a comparison has five.
const mostValues = 20;

/** The values of the parameters that a page knows, by their names in code. */
export function queryOf(
  page: Pick<Page, "query">,
  language: Language,
  given: Readonly<Record<string, string | string[]>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(page.query ?? {}).map(([name, words]) => {
      const values = [given[words[language]] ?? []].flat();
      return [name, values.filter((value) => value !== "").slice(0, mostValues)];
    }),
  );
}

/** A page's own address in a language, with its codes and its parameters. */
export const addressIn = (
  page: Pick<Page, "path" | "query">,
  language: Language,
  params: Params,
  query: Readonly<Record<string, readonly string[]>>,
): string =>
  filled(
    page.path[language],
    params,
    Object.entries(query).flatMap(([name, values]) =>
      values.map((value) => [page.query?.[name]?.[language] ?? name, value] as const),
    ),
  );
