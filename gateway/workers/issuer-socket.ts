import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import type { Logger } from "pino";
import { answerInOneShape } from "../guard/answer-in-one-shape.js";
import { openDevelopmentIssuer } from "../identity/development-issuer/index.js";
import type { OfferedEstablishment } from "../identity/development-issuer/login-page.js";
import { registerQuery } from "../identity/development-issuer/login.js";
import type { IssuerElsewhere } from "./messages.js";

/** The development issuer of a hub with workers, open on a socket. */
export interface IssuerSocket extends IssuerElsewhere {
  close(): Promise<void>;
}

/**
 * Opens the development issuer in this process for workers to hand requests on to: its logins, codes and refresh tokens
 * lie in memory, and a browser's next request may reach any worker. The socket lies in a folder that only the hub's
 * account may enter: there is no second door to the issuer.
 */
export async function openIssuerSocket(options: {
  readonly publicUrl: string;
  readonly audience: string;
  readonly dataDir: string;
  readonly log: Logger;
  /** Where the hub listens, for the register of establishments; null before it does. */
  readonly hubAddress: () => string | null;
}): Promise<IssuerSocket> {
  const { issuer, keys, routes } = await openDevelopmentIssuer({
    ...options,
    register: () => registerAt(options.hubAddress()),
  });
  const app = fastify({ logger: false, trustProxy: false });
  app.setErrorHandler(answerInOneShape(options.log));
  await app.register(routes);
  const folder = process.platform === "win32" ? null : await mkdtemp(join(tmpdir(), "carrefour-issuer-"));
  const socket =
    folder === null
      ? `\\\\.\\pipe\\carrefour-${randomBytes(12).toString("hex")}`
      : join(folder, "issuer.socket");
  await app.listen({ path: socket });
  return {
    issuer,
    keys,
    socket,
    async close() {
      await app.close();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function registerAt(hubAddress: string | null): Promise<readonly OfferedEstablishment[]> {
  if (hubAddress === null) return [];
  const answer = await fetch(`${hubAddress}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: registerQuery }),
    signal: AbortSignal.timeout(5_000),
  });
  const { data } = (await answer.json()) as { data?: { establishments?: OfferedEstablishment[] } };
  return data?.establishments ?? [];
}
