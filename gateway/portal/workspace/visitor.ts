import type { FastifyReply, FastifyRequest } from "fastify";
import type { TokenCarrier } from "../../../subgraphs/index.js";
import type { Caller } from "../../identity/caller.js";
import type { Session } from "./session/session.js";
import type { Sessions } from "./session/sessions.js";
import type { Account } from "./workspace-page.js";

/** Who asks for a page of the workspace. */
export type Visitor =
  | { readonly kind: "signed in"; readonly session: Session; readonly account: Account }
  | { readonly kind: "signed out" }
  /** The issuer vouches for them, but the hub does not let them in. */
  | { readonly kind: "suspended" | "changed"; readonly session: Session }
  /** The issuer or the hub's own list of access cannot be asked. */
  | { readonly kind: "unavailable" };

export interface Knowing {
  /** Null: nobody can sign in here. */
  readonly sessions: Sessions | null;
  readonly identify: (carrier: TokenCarrier) => Promise<Caller>;
  readonly onFailure: (error: unknown, requestId: string) => void;
}

/** Knows a visitor by their session, and by what the hub says of its token at this moment. */
export async function visitorOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions, identify, onFailure }: Knowing,
): Promise<Visitor> {
  if (sessions === null) return { kind: "signed out" };
  let session: Session | null;
  try {
    session = await sessions.of(request, reply);
  } catch (error) {
    onFailure(error, request.id);
    return { kind: "unavailable" };
  }
  if (session === null) return { kind: "signed out" };
  const caller = await identify(carrierOf(session.accessToken));
  if (caller.kind === "unavailable") return { kind: "unavailable" };
  if (caller.kind === "known") return { kind: "signed in", session, account: accountOf(caller) };
  if (caller.reason === "credential-suspended") return { kind: "suspended", session };
  if (caller.reason === "credential-mismatch") return { kind: "changed", session };
  return { kind: "signed out" };
}

/** A token as the doors are shown it. */
export function carrierOf(accessToken: string): TokenCarrier {
  const authorization = `Bearer ${accessToken}`;
  return { headers: { authorization }, rawHeaders: ["authorization", authorization] };
}

const accountOf = ({ principal }: Extract<Caller, { kind: "known" }>): Account => ({
  subject: principal.subject ?? "",
  scopes: principal.scopes,
  establishment: principal.establishment,
  agreement: principal.agreement,
  isDevelopment: principal.isDevelopment,
});
