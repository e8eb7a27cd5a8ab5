import {
  IssuerUnavailable,
  presentedToken,
  type Principal,
  publicPrincipal,
  type TokenCarrier,
  TokenRefused,
  type TokenVerifier,
} from "../../subgraphs/index.js";

/** Who knocked at a door: let in, sent away, or not to be judged at this moment. */
export type Caller =
  | { readonly kind: "known"; readonly principal: Principal; readonly authorization: string | null }
  | { readonly kind: "refused"; readonly reason: TokenRefused["reason"] }
  | { readonly kind: "unavailable"; readonly reason: IssuerUnavailable["reason"] };

/** Judges a verified principal by what the hub's stewards granted; throws TokenRefused or IssuerUnavailable. */
export type Admission = (principal: Principal) => Promise<void>;

/** At the public door everyone is the public, whatever they carry. */
export const anyone: Caller = { kind: "known", principal: publicPrincipal, authorization: null };

/** At the authenticated door only a verified token counts; the reason of a refusal goes to the log, not to the caller. */
export async function callerOf(
  request: TokenCarrier,
  verify: TokenVerifier,
  admit: Admission,
): Promise<Caller> {
  try {
    const token = presentedToken(request);
    const principal = await verify(token);
    await admit(principal);
    return { kind: "known", principal, authorization: `Bearer ${token}` };
  } catch (error) {
    if (error instanceof TokenRefused) return { kind: "refused", reason: error.reason };
    if (error instanceof IssuerUnavailable) return { kind: "unavailable", reason: error.reason };
    throw error;
  }
}
