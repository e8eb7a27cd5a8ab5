import type { KeyObject } from "node:crypto";
import { Writable } from "node:stream";
import fastify, { type FastifyInstance } from "fastify";
import pino from "pino";
import { tellSecurityHeaders } from "../../gateway/guard/security-headers.js";
import { developmentClientKey } from "../../gateway/identity/client-assertion.js";
import { openDevelopmentIssuer } from "../../gateway/identity/development-issuer/index.js";
import { freePort } from "../harness/free-port.js";

/** The development issuer on a port of its own, without a hub behind it. */
export interface IssuerAlone {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly key: KeyObject;
  /** Every line it has written to the log, as objects. */
  readonly log: readonly Record<string, unknown>[];
  close(): Promise<void>;
}

/** Opens the issuer on a data folder, under the name of another if one is given: two processes behind one address. */
export async function anIssuerAlone(
  dataDir: string,
  { issuerName = null, register = [] }: { issuerName?: string | null; register?: readonly object[] } = {},
): Promise<IssuerAlone> {
  const log: Record<string, unknown>[] = [];
  const lines = new Writable({
    write(line: Buffer, _, done) {
      log.push(JSON.parse(line.toString()) as Record<string, unknown>);
      done();
    },
  });
  const port = await freePort();
  const publicUrl = issuerName?.replace(/\/oidc$/, "") ?? `http://127.0.0.1:${port}`;
  const app = fastify();
  tellSecurityHeaders(app);
  const { issuer, routes } = await openDevelopmentIssuer({
    publicUrl,
    audience: "urn:carrefour",
    dataDir,
    log: pino(lines),
  });
  answerRegister(app, register);
  await app.register(routes);
  await app.listen({ host: "127.0.0.1", port });
  return {
    issuer,
    tokenEndpoint: `http://127.0.0.1:${port}/oidc/token`,
    key: await developmentClientKey(dataDir),
    log,
    close: () => app.close(),
  };
}

const answerRegister = (app: FastifyInstance, establishments: readonly object[]): void => {
  app.post("/graphql", async () => ({ data: { establishments } }));
};
