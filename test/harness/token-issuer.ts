import { generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { signedText, type Signing } from "./signed-text.js";

type Members = Record<string, unknown>;

/** A signing key of an issuer. */
export interface IssuerKey {
  readonly id: string;
  readonly signing: Extract<Signing, { readonly key: KeyObject }>;
  readonly publicKey: KeyObject;
  /** As the issuer publishes it. */
  readonly published: Members;
}

/** What differs from a good token; a member that is undefined is left out. */
export interface TokenChanges {
  readonly header?: Members;
  readonly claims?: Members;
  /** The instant at which it is issued; now unless given. */
  readonly at?: Date;
  /** Signed with this instead of the issuer's own key. */
  readonly signing?: Signing;
}

/** An issuer on this machine, as a hub in production is told of one by OIDC_ISSUER. */
export interface TokenIssuer {
  readonly issuer: string;
  /** Its discovery page, as this machine reaches it. */
  readonly discoveryUrl: string;
  /** The key that it signs with. */
  readonly key: IssuerKey;
  /** How often its documents were asked for. */
  readonly fetches: { discovery: number; keys: number };
  /** The key set that it publishes; a test may put anything in it. */
  published: Members[];
  /** What it sends instead of its documents, when a test says so. */
  misbehave: ((document: "discovery" | "keys", response: ServerResponse) => void) | null;
  /** A signed access token of who writes for an establishment; good for 300 seconds. */
  writerToken(establishment: string, subject: string): Promise<string>;
  /** A signed token that is good but for the changes. */
  token(changes?: TokenChanges): string;
  /** The members of a good token, for a test that writes its JSON itself. */
  membersOf(changes?: TokenChanges): { header: Members; claims: Members };
  /** Signs with a new key from now on; the former stays published until it is withdrawn. */
  rotate(): IssuerKey;
  withdraw(key: IssuerKey): void;
  /** Refuses connections until it comes up again, at the same address. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  close(): Promise<void>;
}

/** A new key, as an issuer makes one. */
export function anIssuerKey(id: string, how: IssuerKey["signing"]["how"] = "ES256", bits = 2_048): IssuerKey {
  const { privateKey, publicKey } = how.startsWith("ES")
    ? generateKeyPairSync("ec", { namedCurve: how === "ES256" ? "P-256" : "P-384" })
    : generateKeyPairSync("rsa", { modulusLength: bits });
  const published = { ...publicKey.export({ format: "jwk" }), alg: how, use: "sig", kid: id };
  return { id, signing: { how, key: privateKey }, publicKey, published };
}

/**
 * Starts an issuer with a key of its own: its tokens outlive the hub that they are shown to. It calls itself by its
 * address unless it is given another name.
 */
export async function aTokenIssuer(name?: string): Promise<TokenIssuer> {
  let key = anIssuerKey("test");
  let keysMade = 1;
  const server = createServer((request, response) => {
    const document = request.url?.endsWith("/jwks") ? "keys" : "discovery";
    self.fetches[document] += 1;
    if (self.misbehave) return self.misbehave(document, response);
    const { issuer } = self;
    const answer = document === "keys" ? { keys: self.published } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const goDown = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  const self: TokenIssuer = {
    issuer: name ?? `http://127.0.0.1:${port}`,
    discoveryUrl: `http://127.0.0.1:${port}/.well-known/openid-configuration`,
    get key() {
      return key;
    },
    fetches: { discovery: 0, keys: 0 },
    published: [key.published],
    misbehave: null,
    writerToken: async (establishment, subject) =>
      self.token({ claims: { establishment, client_id: subject, sub: subject } }),
    membersOf({ header = {}, claims = {}, at = new Date() } = {}) {
      const seconds = Math.floor(at.getTime() / 1_000);
      return {
        header: { alg: key.signing.how, typ: "at+jwt", kid: key.id, ...header },
        claims: {
          iss: self.issuer,
          aud: "urn:carrefour",
          sub: "bureau",
          client_id: "programme-du-bureau",
          iat: seconds,
          exp: seconds + 300,
          jti: randomUUID(),
          scope: "figures:write",
          establishment: "ciusss-estrie-chus",
          ...claims,
        },
      };
    },
    token(changes = {}) {
      const { header, claims } = self.membersOf(changes);
      return signedText(JSON.stringify(header), JSON.stringify(claims), changes.signing ?? key.signing);
    },
    rotate() {
      keysMade += 1;
      key = anIssuerKey(`test-${keysMade}`);
      self.published = [...self.published, key.published];
      return key;
    },
    withdraw(withdrawn) {
      self.published = self.published.filter(({ kid }) => kid !== withdrawn.id);
    },
    goDown,
    comeUp: () => listen(port),
    close: goDown,
  };
  return self;
}
