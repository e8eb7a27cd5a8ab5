import type { TerminalConfig } from "../../config.js";
import { type HubClient, hubClient, type TokenSource } from "../../sdk/client.js";
import { UsageError } from "../exit-code.js";
import { hubAddress } from "../hub-address.js";
import { inLanguage, type TerminalLanguage } from "../language.js";
import type { Words } from "../../figures-file/problem.js";
import type { Machine } from "./machine-token.js";
import { leastLifeMs, sessionOf, sessionTokens } from "./session-token.js";

/** Who asks which hub, as options of a command. */
export interface Access {
  readonly url?: string;
  readonly token?: string;
  /** A demonstration account. */
  readonly as?: string;
  /** A program, with the file of its private key. */
  readonly client?: string;
  readonly clientKey?: string;
  readonly scope?: string;
  readonly lang?: TerminalLanguage;
}

/** Opens the hub for a caller; refuses a call that does not say who asks. */
export async function openHub(access: Access, config: TerminalConfig): Promise<HubClient> {
  const address = await hubAddress(access.url, config);
  return hubClient(address, await tokensOf(access, address, config));
}

/** True when a command was told who asks, or somebody is logged in to the hub. */
export async function saysWho(access: Access, config: TerminalConfig): Promise<boolean> {
  return (await sourceOf(access, await hubAddress(access.url, config), config)) !== null;
}

/** Gives the access tokens of the caller; refuses a call that does not say who asks. */
export async function tokensOf(access: Access, hub: string, config: TerminalConfig): Promise<TokenSource> {
  const source = await sourceOf(access, hub, config);
  if (source !== null) return source;
  throw new UsageError({
    fr: "Dites qui vous êtes : carrefour login, --client <id> avec --client-key <fichier>, --token <jeton> ou la variable CARREFOUR_TOKEN ; pour un essai, --as establishment:<code>.",
    en: "Say who you are: carrefour login, --client <id> with --client-key <file>, --token <token> or the variable CARREFOUR_TOKEN; for a trial, --as establishment:<code>.",
  });
}

// What was typed comes before what the environment says, which comes before who is logged in.
async function sourceOf(access: Access, hub: string, config: TerminalConfig): Promise<TokenSource | null> {
  const warn = (words: Words): void => console.error(inLanguage(words, access.lang ?? config.language));
  const typed = access.token?.trim();
  if (typed) return async () => typed;
  if (access.as !== undefined) return trialTokens(access.as, hub, config);
  if (access.client !== undefined) return machineTokens(machineOf(access, config), hub, warn);
  const told = config.token?.trim();
  if (told) return async () => told;
  if (config.client !== null || access.clientKey !== undefined)
    return machineTokens(machineOf(access, config), hub, warn);
  return (await sessionOf(hub, config)) === null ? null : sessionTokens(hub, config, warn);
}

function machineOf({ client, clientKey, scope }: Access, config: TerminalConfig): Machine {
  const name = client ?? config.client;
  const keyFile = clientKey ?? config.keyFile;
  if (name === null || keyFile === null)
    throw new UsageError({
      fr: "Un programme se nomme et prouve qui il est : --client <id> et --client-key <fichier.pem>, ou CARREFOUR_CLIENT et CARREFOUR_KEY_FILE.",
      en: "A program says its name and proves it: --client <id> and --client-key <file.pem>, or CARREFOUR_CLIENT and CARREFOUR_KEY_FILE.",
    });
  return { client: name, keyFile, scope: scope ?? null };
}

const trialTokens = (account: string, hub: string, config: TerminalConfig): TokenSource =>
  whileFresh(async () => (await import("../token.js")).fetchToken(account, hub, config));

const machineTokens = (machine: Machine, hub: string, warn: (words: Words) => void): TokenSource =>
  whileFresh(async () => {
    const { machineToken } = await import("./machine-token.js");
    const { accessToken, expiresAt } = await machineToken(hub, machine, warn);
    return { token: accessToken, expiresAt };
  });

interface Given {
  readonly token: string;
  readonly expiresAt: number;
}

// A file of every office may take longer than the life of one token.
function whileFresh(ask: () => Promise<Given>): TokenSource {
  let last: Given = { token: "", expiresAt: 0 };
  return async () => {
    if (last.expiresAt - Date.now() < leastLifeMs) last = await ask();
    return last.token;
  };
}
