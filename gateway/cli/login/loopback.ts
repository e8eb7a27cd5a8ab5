import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { NoAnswer } from "../access/refusals.js";
import { callbackPage } from "./callback-page.js";

/** The address of this machine that the browser is sent back to (RFC 8252, s. 7.3): any free port. */
export interface Loopback {
  readonly redirectUri: string;
  /** Hands the one answer to `take`, and tells the browser how that ended; throws what `take` throws. */
  answered<Result>(take: (answer: URLSearchParams) => Promise<Result>): Promise<Result>;
  close(): void;
}

const path = "/callback";
const host = "127.0.0.1";

const style = /<style>(.*)<\/style>/s.exec(callbackPage(true))?.[1] ?? "";
const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; frame-ancestors 'none'; base-uri 'none'`,
  connection: "close",
};

/** Listens on this machine only, for one answer. */
export async function openLoopback(): Promise<Loopback> {
  const knocks: ((answer: URLSearchParams, response: ServerResponse) => void)[] = [];
  let own = "";
  const server = createServer((request, response) => {
    const answer = answerOf(request, own);
    const take = answer === null ? undefined : knocks.shift();
    if (answer === null || take === undefined) {
      response.writeHead(404, { connection: "close" }).end();
      return;
    }
    take(answer, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portRefused(error.code ?? error.message)));
    server.listen(0, host, resolve);
  });
  own = `${host}:${(server.address() as AddressInfo).port}`;
  return {
    redirectUri: `http://${own}${path}`,
    answered: (take) =>
      new Promise((resolve, reject) => {
        knocks.push((answer, response) => {
          const show = (isDone: boolean): Promise<void> =>
            new Promise((shown) => {
              response.once("close", shown);
              response.writeHead(isDone ? 200 : 400, headers).end(callbackPage(isDone));
            });
          take(answer).then(
            (result) => void show(true).then(() => resolve(result)),
            (error: unknown) => void show(false).then(() => reject(error as Error)),
          );
        });
      }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

// Only a browser that was sent to this very address: a page elsewhere whose name leads here says another host.
function answerOf({ method, url, headers: sent }: IncomingMessage, own: string): URLSearchParams | null {
  if (method !== "GET" || sent.host !== own) return null;
  const { pathname, searchParams } = new URL(url ?? "", `http://${own}`);
  return pathname === path ? searchParams : null;
}

const portRefused = (reason: string): NoAnswer =>
  new NoAnswer({
    fr: `Aucun port de 127.0.0.1 ne peut être ouvert pour recevoir la réponse du navigateur (${reason}).`,
    en: `No port of 127.0.0.1 can be opened for the browser's answer (${reason}).`,
  });
