import { StartError } from "../../subgraphs/offline.js";
import { HubRefusal, HubUnreachable } from "../sdk/client.js";
import { AccessRefused, NoAnswer } from "./access/refusals.js";
import type { Words } from "../figures-file/problem.js";

/** How a command ends, for the programs that run it. */
export const exitCodes = { done: 0, refused: 1, usage: 2, network: 3, access: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command was called in a way that cannot work. */
export class UsageError extends Error {
  constructor(readonly messages: Words) {
    super(messages.fr);
    this.name = "UsageError";
  }
}

// What the hub refuses for what was sent, not for who sends it or how the hub is.
const aboutWhatWasSent: ReadonlySet<string> = new Set(["INVALID_INPUT", "NOT_FOUND", "CONFLICT"]);
const aboutTheCall: ReadonlySet<string> = new Set(["UNKNOWN_ACCOUNT", "BAD_ENVIRONMENT", "BAD_CLIENT_KEY"]);

const codeOfRefusal = (family: string): ExitCode =>
  family === "NOT_ALLOWED"
    ? exitCodes.access
    : aboutWhatWasSent.has(family)
      ? exitCodes.refused
      : exitCodes.network;

function codeOfStartError(code: string): ExitCode {
  if (aboutTheCall.has(code)) return exitCodes.usage;
  return code === "TOKEN_REFUSED" ? exitCodes.access : exitCodes.network;
}

/** What to say of an error and how to end; an unexpected one is told in one line, without its stack. */
export function endingOf(error: unknown): { readonly code: ExitCode; readonly words: Words } {
  if (error instanceof UsageError) return { code: exitCodes.usage, words: error.messages };
  if (error instanceof AccessRefused) return { code: exitCodes.access, words: error.messages };
  if (error instanceof NoAnswer) return { code: exitCodes.network, words: error.messages };
  if (error instanceof HubRefusal) {
    const request = error.requestId === null ? "" : ` [${error.requestId}]`;
    return {
      code: codeOfRefusal(error.family),
      words: {
        fr: `${error.code} : ${error.messages.fr}${request}`,
        en: `${error.code}: ${error.messages.en}${request}`,
      },
    };
  }
  if (error instanceof HubUnreachable)
    return {
      code: exitCodes.network,
      words: {
        fr: `Aucun carrefour ne répond à ${error.address} (${error.reason}). Relancez la même commande : un envoi déjà reçu ne compte qu'une fois.`,
        en: `No hub answers at ${error.address} (${error.reason}). Run the same command again: a push already received counts once.`,
      },
    };
  if (error instanceof StartError)
    return {
      code: codeOfStartError(error.code),
      words: { fr: error.french, en: error.english },
    };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: exitCodes.network,
    words: { fr: `Erreur inattendue : ${reason}`, en: `Unexpected error: ${reason}` },
  };
}
