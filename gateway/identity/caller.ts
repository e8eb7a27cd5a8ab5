import { bearerToken, type Principal, publicPrincipal, type TokenVerifier } from "../../subgraphs/index.js";

/** Who knocked at a door. */
export type Caller =
  | { readonly kind: "known"; readonly principal: Principal; readonly authorization: string | null }
  | { readonly kind: "refused"; readonly reason: string };

/** At the public door everyone is the public, whatever they carry. */
export const anyone: Caller = { kind: "known", principal: publicPrincipal, authorization: null };

/** At the authenticated door only a verified token counts; the reason of a refusal goes to the log, not to the caller. */
export async function callerOf(header: string | undefined, verify: TokenVerifier): Promise<Caller> {
  const token = bearerToken(header);
  if (token === null)
    return { kind: "refused", reason: header ? "not a bearer token" : "no Authorization header" };
  try {
    return { kind: "known", principal: await verify(token), authorization: `Bearer ${token}` };
  } catch (error) {
    return { kind: "refused", reason: error instanceof Error ? error.message : "unreadable token" };
  }
}
