import type { RealmClient, RealmFile, RealmPerson } from "../../gateway/identity/keycloak/realm-file.js";

/** Who a token is about: a person, or the account of a program. */
export interface RealmSubject {
  readonly roles: readonly string[];
  readonly person: RealmPerson | null;
}

export const people = ({ users }: RealmFile): RealmPerson[] =>
  users.filter((user): user is RealmPerson => "credentials" in user);

/** The person of an id, or the account of a program of that name. */
export function subjectOf(realm: RealmFile, id: string | undefined, client: string): RealmSubject {
  const person = people(realm).find((user) => user.id === id) ?? null;
  if (person) return { person, roles: person.realmRoles };
  const account = realm.users.find(
    (user) => "serviceAccountClientId" in user && user.serviceAccountClientId === client,
  );
  return { person: null, roles: account?.realmRoles ?? [] };
}

/**
 * The claims that the file's scopes and mappers give to an access token, as Keycloak reads them: default scopes always,
 * optional ones when asked for, a scope with roles only for who has one of them, and nothing that no mapper names.
 */
export function claimsOf(
  realm: RealmFile,
  client: RealmClient,
  subject: RealmSubject,
  asked: readonly string[],
): Record<string, unknown> {
  const given = [
    ...client.defaultClientScopes,
    ...client.optionalClientScopes.filter((scope) => asked.includes(scope)),
  ]
    .map((name) => realm.clientScopes.find((scope) => scope.name === name))
    .filter((scope) => scope !== undefined)
    .filter(({ name }) => {
      const needed = realm.scopeMappings.find(({ clientScope }) => clientScope === name)?.roles ?? [];
      return needed.length === 0 || needed.some((role) => subject.roles.includes(role));
    });
  const shown = given.filter(({ attributes }) => attributes["include.in.token.scope"] === "true");
  const claims: Record<string, unknown> = {
    scope: [...(asked.includes("openid") ? ["openid"] : []), ...shown.map(({ name }) => name)].join(" "),
  };
  const audiences: string[] = [];
  for (const { protocolMapper, config } of [
    ...client.protocolMappers,
    ...given.flatMap(({ protocolMappers }) => protocolMappers),
  ]) {
    if (config["access.token.claim"] !== "true") continue;
    if (protocolMapper === "oidc-audience-mapper") audiences.push(config["included.custom.audience"]);
    else if (protocolMapper === "oidc-hardcoded-claim-mapper")
      claims[config["claim.name"]] = config["claim.value"];
    else if (protocolMapper === "oidc-sub-mapper") claims.sub = subject.person?.id;
    else claims[config["claim.name"]] = subject.person?.attributes[config["user.attribute"]]?.[0];
  }
  return { ...claims, aud: audiences.length === 1 ? audiences[0] : audiences };
}
