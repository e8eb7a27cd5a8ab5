import { z } from "zod";

// The part of Keycloak's RealmRepresentation that realm.json uses, strict: a misspelt attribute is a mistake here
// before it is a setting that Keycloak silently ignores. Names as in Keycloak 26 (org.keycloak.representations.idm).
const flag = z.enum(["true", "false"]);
const seconds = z.string().regex(/^[1-9]\d*$/);
const whenIncluded = {
  "access.token.claim": flag,
  "id.token.claim": flag.optional(),
  "userinfo.token.claim": flag.optional(),
  "introspection.token.claim": flag.optional(),
};

const writtenAsText = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape);

// A client's public key (RFC 7517); its private half is nowhere in this repository.
const publicKey = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-384"),
  use: z.literal("sig"),
  alg: z.literal("ES384"),
  kid: z.string().min(1),
  x: z.string().min(1),
  y: z.string().min(1),
});

const mapperOf = <Kind extends string, Config extends z.ZodRawShape>(kind: Kind, config: Config) =>
  z.strictObject({
    name: z.string().min(1),
    protocol: z.literal("openid-connect"),
    protocolMapper: z.literal(kind),
    consentRequired: z.literal(false),
    config: z.strictObject({ ...config, ...whenIncluded }),
  });

const protocolMapper = z.discriminatedUnion("protocolMapper", [
  mapperOf("oidc-sub-mapper", {}),
  mapperOf("oidc-audience-mapper", { "included.custom.audience": z.string().min(1) }),
  mapperOf("oidc-hardcoded-claim-mapper", {
    "claim.name": z.string().min(1),
    "claim.value": z.string().min(1),
    "jsonType.label": z.literal("String"),
  }),
  mapperOf("oidc-usermodel-attribute-mapper", {
    "user.attribute": z.string().min(1),
    "claim.name": z.string().min(1),
    "jsonType.label": z.literal("String"),
  }),
]);
export type ProtocolMapper = z.infer<typeof protocolMapper>;

const client = z.strictObject({
  clientId: z.string().min(1),
  name: z.string(),
  enabled: z.literal(true),
  protocol: z.literal("openid-connect"),
  publicClient: z.boolean(),
  /** `client-jwt` is Keycloak's name of private_key_jwt. */
  clientAuthenticatorType: z.literal("client-jwt").optional(),
  standardFlowEnabled: z.boolean(),
  implicitFlowEnabled: z.literal(false),
  directAccessGrantsEnabled: z.literal(false),
  serviceAccountsEnabled: z.boolean(),
  consentRequired: z.boolean(),
  /** False: a token holds no role that it was not asked for. */
  fullScopeAllowed: z.literal(false),
  redirectUris: z.array(z.url()),
  webOrigins: z.array(z.url()),
  attributes: z.strictObject({
    "access.token.header.type.rfc9068": flag,
    "access.token.lifespan": seconds,
    "pkce.code.challenge.method": z.literal("S256").optional(),
    /** Where a browser may be sent after signing out; several stand between `##`. */
    "post.logout.redirect.uris": z.string().min(1).optional(),
    "use.refresh.tokens": flag.optional(),
    "client_credentials.use_refresh_token": flag.optional(),
    "token.endpoint.auth.signing.alg": z.enum(["ES384", "RS384"]).optional(),
    "token.endpoint.auth.signing.max.exp": seconds.optional(),
    "use.jwks.string": flag.optional(),
    "jwks.string": writtenAsText(z.strictObject({ keys: z.array(publicKey).min(1) })).optional(),
  }),
  protocolMappers: z.array(protocolMapper),
  defaultClientScopes: z.array(z.string()),
  optionalClientScopes: z.array(z.string()),
});
export type RealmClient = z.infer<typeof client>;

const person = z.strictObject({
  id: z.string().min(1).max(36),
  username: z.string().min(3),
  enabled: z.literal(true),
  email: z.email(),
  emailVerified: z.boolean(),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  attributes: z.record(z.string(), z.tuple([z.string()])),
  realmRoles: z.array(z.string()),
  requiredActions: z.array(z.enum(["UPDATE_PASSWORD"])),
  credentials: z.tuple([
    z.strictObject({ type: z.literal("password"), value: z.string().min(1), temporary: z.boolean() }),
  ]),
});
export type RealmPerson = z.infer<typeof person>;

const serviceAccount = z.strictObject({
  username: z.string().startsWith("service-account-"),
  enabled: z.literal(true),
  serviceAccountClientId: z.string().min(1),
  realmRoles: z.array(z.string()),
});

const profileAttribute = z.strictObject({
  name: z.string().min(1),
  permissions: z.strictObject({
    view: z.array(z.enum(["admin", "user"])),
    edit: z.array(z.enum(["admin", "user"])),
  }),
  multivalued: z.boolean(),
  validations: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** The realm that docker-compose.yml gives to Keycloak, as read from realm.json. */
export const realmFile = z.strictObject({
  realm: z.string().min(1),
  enabled: z.literal(true),
  displayName: z.string(),
  sslRequired: z.enum(["external", "all"]),
  registrationAllowed: z.boolean(),
  registrationEmailAsUsername: z.boolean(),
  resetPasswordAllowed: z.boolean(),
  rememberMe: z.boolean(),
  verifyEmail: z.boolean(),
  loginWithEmailAllowed: z.boolean(),
  duplicateEmailsAllowed: z.boolean(),
  editUsernameAllowed: z.boolean(),
  bruteForceProtected: z.boolean(),
  permanentLockout: z.boolean(),
  failureFactor: z.int().positive(),
  waitIncrementSeconds: z.int().positive(),
  maxFailureWaitSeconds: z.int().positive(),
  quickLoginCheckMilliSeconds: z.int().positive(),
  minimumQuickLoginWaitSeconds: z.int().positive(),
  maxDeltaTimeSeconds: z.int().positive(),
  passwordPolicy: z.string(),
  internationalizationEnabled: z.boolean(),
  supportedLocales: z.array(z.string()),
  defaultLocale: z.string(),
  defaultSignatureAlgorithm: z.enum(["RS256", "ES256"]),
  accessTokenLifespan: z.int().positive(),
  accessCodeLifespan: z.int().positive(),
  ssoSessionIdleTimeout: z.int().positive(),
  ssoSessionMaxLifespan: z.int().positive(),
  /** True: a refresh token serves once. */
  revokeRefreshToken: z.boolean(),
  refreshTokenMaxReuse: z.int().min(0),
  roles: z.strictObject({
    realm: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  }),
  /** Given at all, they take the place of every scope that Keycloak makes by itself, `basic` included. */
  clientScopes: z.array(
    z.strictObject({
      name: z.string(),
      description: z.string(),
      protocol: z.literal("openid-connect"),
      attributes: z.strictObject({ "include.in.token.scope": flag, "display.on.consent.screen": flag }),
      protocolMappers: z.array(protocolMapper),
    }),
  ),
  /** A scope with roles is given only to who has one of them. */
  scopeMappings: z.array(z.strictObject({ clientScope: z.string(), roles: z.array(z.string()) })),
  defaultDefaultClientScopes: z.array(z.string()),
  defaultOptionalClientScopes: z.array(z.string()),
  clients: z.array(client),
  users: z.array(z.union([person, serviceAccount])),
  components: z.strictObject({
    "org.keycloak.userprofile.UserProfileProvider": z.tuple([
      z.strictObject({
        providerId: z.literal("declarative-user-profile"),
        subComponents: z.strictObject({}),
        config: z.strictObject({
          "kc.user.profile.config": z.tuple([
            writtenAsText(z.strictObject({ attributes: z.array(profileAttribute) })),
          ]),
        }),
      }),
    ]),
  }),
});
export type RealmFile = z.infer<typeof realmFile>;
