import { DoubledMember, parseDistinct } from "../../../subgraphs/index.js";
import { assertionLifeSeconds } from "../client-assertion.js";

/** Why an assertion is refused beyond what its signature says; the log names it, the client is told nothing. */
export type AssertionRefusal =
  | "unreadable"
  | "doubled-member"
  | "wrong-type"
  | "no-key-id"
  | "issuer-is-not-subject"
  | "several-audiences"
  | "no-expiry"
  | "no-issue-time"
  | "issued-in-the-future"
  | "not-yet-valid"
  | "life-too-long"
  | "no-identifier";

// The hub's clocks and its clients' may differ by as much.
const toleranceSeconds = 15;
const longestIdentifier = 256;

/**
 * Judges an assertion by RFC 7523 §3 and by the stricter profile that health systems use between servers (SMART App
 * Launch, “asymmetric client authentication”): typed, keyed, for one audience, issued at a known time, at most 300
 * seconds long, each member once. Signature, algorithm, issuer, audience and expiry are judged by the library before.
 */
export function refusalOf(assertion: string, nowSeconds: number): AssertionRefusal | null {
  const opened = open(assertion);
  if (typeof opened === "string") return opened;
  const { header, claims } = opened;
  if (header.typ !== "JWT") return "wrong-type";
  if (typeof header.kid !== "string" || header.kid === "") return "no-key-id";
  if (typeof claims.sub !== "string" || claims.sub !== claims.iss) return "issuer-is-not-subject";
  if (typeof claims.aud !== "string") return "several-audiences";
  if (!isInstant(claims.exp)) return "no-expiry";
  if (!isInstant(claims.iat)) return "no-issue-time";
  if (claims.iat > nowSeconds + toleranceSeconds) return "issued-in-the-future";
  if (claims.nbf !== undefined && !(isInstant(claims.nbf) && claims.nbf <= nowSeconds + toleranceSeconds))
    return "not-yet-valid";
  if (claims.exp <= claims.iat || claims.exp - claims.iat > assertionLifeSeconds) return "life-too-long";
  if (typeof claims.jti !== "string" || claims.jti === "" || claims.jti.length > longestIdentifier)
    return "no-identifier";
  return null;
}

const isInstant = (value: unknown): value is number => Number.isSafeInteger(value);

type Members = Readonly<Record<string, unknown>>;

function open(assertion: string): { header: Members; claims: Members } | AssertionRefusal {
  const [header = "", claims = ""] = assertion.split(".");
  try {
    return { header: membersOf(header), claims: membersOf(claims) };
  } catch (error) {
    return error instanceof DoubledMember ? "doubled-member" : "unreadable";
  }
}

function membersOf(part: string): Members {
  const read = parseDistinct(Buffer.from(part, "base64url").toString("utf8"));
  if (typeof read !== "object" || read === null || Array.isArray(read))
    throw new SyntaxError("not an object");
  return read as Members;
}
