import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Provider } from "oidc-provider";
import { scopes } from "../../../subgraphs/index.js";
import { demonstrationClaims } from "../demonstration-accounts.js";
import { grantOf } from "./accounts.js";
import { errorPage } from "./error-page.js";
import { loginPage, type LoginPage, type OfferedEstablishment } from "./login-page.js";
import { addressAs, issuerPath } from "./mount.js";
import { pageContentPolicy } from "./page.js";
import { languageOf } from "./texts.js";

type Login = { Querystring: { lang?: string }; Body: Readonly<Record<string, string>> | undefined };

/** Adds the page where a person takes a demonstration account, and what its form does. */
export async function loginRoutes(
  app: FastifyInstance,
  issuer: URL,
  provider: () => Promise<Provider>,
  register: Register = () => registerOf(app),
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.addHook("onRequest", async (request, reply) => {
      addressAs(issuer, request.raw);
      reply
        .header("content-security-policy", pageContentPolicy)
        .header("cache-control", "no-store")
        .type("text/html; charset=utf-8");
    });
    // A login that is over, or was never begun in this browser: the library says which cookie is missing, to nobody's use.
    scope.setErrorHandler((error, request: FastifyRequest<Login>, reply) => {
      if ((error as { name?: string }).name !== "SessionNotFound") throw error;
      const language = languageOf(request.query.lang, request.headers["accept-language"]);
      return reply.code(400).send(errorPage(language, { error: "login_expired" }));
    });
    const path = `${issuerPath}/interaction/:uid`;
    scope.get<Login>(path, async (request, reply) =>
      showLogin(register, await provider(), request, reply, null),
    );
    scope.post<Login>(path, async (request, reply) =>
      takeAccount(register, await provider(), request, reply),
    );
  });
}

async function showLogin(
  register: Register,
  provider: Provider,
  request: FastifyRequest<Login>,
  reply: FastifyReply,
  mistake: LoginPage["mistake"],
): Promise<FastifyReply> {
  const { params, session } = await provider.interactionDetails(request.raw, reply.raw);
  const client = await provider.Client.find(String(params.client_id));
  return reply.code(mistake ? 422 : 200).send(
    loginPage({
      language: languageOf(request.query.lang ?? params.ui_locales, request.headers["accept-language"]),
      program: client?.clientName ?? String(params.client_id),
      current: session?.accountId ?? null,
      // None when the hub does not answer: an account can be written by hand.
      establishments: await register().catch(() => []),
      mistake,
    }),
  );
}

async function takeAccount(
  register: Register,
  provider: Provider,
  request: FastifyRequest<Login>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { params, session } = await provider.interactionDetails(request.raw, reply.raw);
  const { other = "", account = "", cancel } = request.body ?? {};
  if (cancel) {
    const refused = { error: "access_denied" };
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, refused), 303);
  }
  const accountId = other.trim() || account;
  if (accountId === "") return showLogin(register, provider, request, reply, "chooseOne");
  const claims = demonstrationClaims(accountId);
  if (claims === null) return showLogin(register, provider, request, reply, "unknownAccount");
  const asked = String(params.scope ?? "").split(" ");
  if (!asked.includes(claims.scope) || !(scopes as readonly string[]).includes(claims.scope))
    return showLogin(register, provider, request, reply, "scopeless");

  const resources = [params.resource].flat().map(String);
  const grantId = await grantOf(provider, { accountId, clientId: String(params.client_id), resources });
  const result = { login: { accountId }, consent: { grantId } };
  const next = await provider.interactionResult(request.raw, reply.raw, result);
  if (session && session.accountId !== accountId) await changeAccount(provider, session.uid, accountId);
  return reply.redirect(next, 303);
}

// Another account in one browser: its session goes on as the new one's. The library would log the former out by a script.
async function changeAccount(provider: Provider, sessionUid: string, accountId: string): Promise<void> {
  const session = await provider.Session.findByUid(sessionUid);
  if (!session) return;
  session.authorizations = {};
  session.loginAccount({ accountId });
  await session.persist();
}

/** What the page asks the hub's public door. */
export const registerQuery = "{ establishments { code name { fr en } } }";

/** The establishments of the hub's own register, which the page offers. */
export type Register = () => Promise<readonly OfferedEstablishment[]>;

async function registerOf(app: FastifyInstance): Promise<readonly OfferedEstablishment[]> {
  const answer = await app.inject({ method: "POST", url: "/graphql", payload: { query: registerQuery } });
  const { data } = answer.json<{ data?: { establishments?: OfferedEstablishment[] } }>();
  return data?.establishments ?? [];
}
