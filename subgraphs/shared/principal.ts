/** What a token may allow; each scope belongs to one kind of user. */
export const scopes = [
  "figures:write",
  "research:read",
  "steward:collect",
  "steward:publish",
  "steward:privacy",
] as const;
export type Scope = (typeof scopes)[number];

/** What only the hub itself may do: it asks who is no longer admitted. No token can carry it. */
export const hubScope = "hub:admission";

/** The four kinds of caller; each has a database role of its own. */
export const audiences = ["public", "researcher", "establishment", "steward"] as const;
export type Audience = (typeof audiences)[number];

/** Who is asking, as the verified token says; the public has no subject. */
export interface Principal {
  readonly audience: Audience;
  readonly subject: string | null;
  /** The program that the token was given to (`client_id`): an account may use several. */
  readonly client: string | null;
  readonly scopes: readonly (Scope | typeof hubScope)[];
  readonly establishment: string | null;
  readonly agreement: string | null;
  /** True when the token comes from the development issuer: what it sends is synthetic. */
  readonly isDevelopment: boolean;
}

/** The anonymous caller of the public schema. */
export const publicPrincipal: Principal = {
  audience: "public",
  subject: null,
  client: null,
  scopes: [],
  establishment: null,
  agreement: null,
  isDevelopment: false,
};

/** The hub itself, for what it must know before it lets anyone in. */
export const hubPrincipal: Principal = {
  ...publicPrincipal,
  audience: "steward",
  subject: "urn:carrefour:hub",
  scopes: [hubScope],
};

/** The kind of user that a set of scopes stands for; null when they mix kinds or name none. */
export function audienceOf(granted: readonly Scope[]): Audience | null {
  const kinds = new Set<Audience>(
    granted.map((scope) =>
      scope === "figures:write" ? "establishment" : scope === "research:read" ? "researcher" : "steward",
    ),
  );
  const [only] = kinds;
  return kinds.size === 1 && only ? only : null;
}
