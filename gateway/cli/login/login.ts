import type { TerminalConfig } from "../../config.js";
import { issuerOf } from "../access/issuer.js";
import { AccessRefused } from "../access/refusals.js";
import { sessionFile, writeSession } from "../access/session-file.js";
import { hubAddress } from "../hub-address.js";
import { inLanguage, type TerminalLanguage } from "../language.js";
import type { Words } from "../../figures-file/problem.js";
import { authorizationAddress, newAttempt, tradeAnswer } from "./authorization.js";
import { openBrowser } from "./browser.js";
import { openLoopback } from "./loopback.js";

/** What `carrefour login` is told. */
export interface LoginOptions {
  readonly url?: string;
  readonly client: string;
  readonly scope?: string;
  /** False: the address is only printed. */
  readonly browser: boolean;
  readonly timeout: number;
  readonly lang?: TerminalLanguage;
}

/** Logs a person in through the browser and keeps the login for the commands that follow. */
export async function login(
  options: LoginOptions,
  config: TerminalConfig,
  print: (text: string) => void = console.log,
): Promise<void> {
  const language = options.lang ?? config.language;
  const say = (words: Words): void => print(inLanguage(words, language));
  const hub = await hubAddress(options.url, config);
  const issuer = await issuerOf(hub);
  const loopback = await openLoopback();
  const { promise: late, stop } = lateness(options.timeout);
  try {
    const { client } = options;
    const scope = options.scope ?? issuer.scopes.join(" ");
    const attempt = newAttempt({ issuer, client, redirectUri: loopback.redirectUri, scope });
    const address = authorizationAddress(attempt, language);
    say({
      fr: `Ouvrez cette adresse dans un navigateur de cette machine :\n${address}`,
      en: `Open this address in a browser of this machine:\n${address}`,
    });
    if (options.browser && config.hasDisplay) await openBrowser(address);
    const kept = loopback.answered(async (answer) => {
      const { accessToken, expiresAt, refreshToken } = await tradeAnswer(attempt, answer);
      await writeSession(config, {
        hub,
        issuer: issuer.issuer,
        tokenEndpoint: issuer.tokenEndpoint,
        revocationEndpoint: issuer.revocationEndpoint,
        client,
        accessToken,
        expiresAt,
        refreshToken,
      });
    });
    await Promise.race([kept, late]);
  } finally {
    stop();
    loopback.close();
  }
  const path = sessionFile(config);
  say({
    fr: `Connecté à ${hub}. La session est gardée dans ${path} ; carrefour logout y met fin.`,
    en: `Logged in to ${hub}. The session is kept in ${path}; carrefour logout ends it.`,
  });
}

function lateness(seconds: number): { readonly promise: Promise<never>; stop(): void } {
  let timer: NodeJS.Timeout;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new AccessRefused({
            fr: `Personne ne s'est connecté en ${seconds} secondes. Recommencez : carrefour login`,
            en: `Nobody logged in within ${seconds} seconds. Start again: carrefour login`,
          }),
        ),
      seconds * 1000,
    );
  });
  return { promise, stop: () => clearTimeout(timer) };
}
