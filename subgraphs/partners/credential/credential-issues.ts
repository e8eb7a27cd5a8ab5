import { type AccessIssueFound, accessIssue } from "../access-agreement/access-issue.js";
import { userIssues } from "../access-agreement/given-terms.js";
import { scopes } from "../../shared/principal.js";
import type { Credential, CredentialStatus } from "./credential.entity.js";
import type { GrantCredentialInput } from "./grant-credential.input.js";

/** Of whom a credential is, as somebody says it: one of the two. */
export interface GivenHolder {
  readonly subject?: string | null | undefined;
  readonly client?: string | null | undefined;
}

/** What is wrong with the holder: both, neither, or unreadable. */
export function holderIssues({ subject, client }: GivenHolder, path: string): AccessIssueFound[] {
  const given = [subject, client].filter((user) => user !== null && user !== undefined);
  if (given.length !== 1)
    return [
      accessIssue("ONE_HOLDER", `${path}subject`, {
        fr: "Nommez un sujet ou un client, l'un des deux.",
        en: "Name a subject or a client, one of the two.",
        observed: given.length,
        expected: 1,
      }),
    ];
  return typeof subject === "string"
    ? userIssues(subject, `${path}subject`)
    : userIssues(client ?? "", `${path}client`);
}

const stewardScopes: readonly string[] = scopes.filter((scope) => scope.startsWith("steward:"));

/** What is wrong with what a credential would allow, by its kind. */
export function allowanceIssues(input: GrantCredentialInput): AccessIssueFound[] {
  const { kind, establishment = null, agreement = null, scopes: asked } = input;
  const foreign = (
    [
      ["establishment", establishment, "ESTABLISHMENT"],
      ["agreement", agreement, "RESEARCHER"],
      ["scopes", asked && asked.length > 0 ? asked.join(" ") : null, "STEWARD"],
    ] as const
  ).flatMap(([argument, value, only]) =>
    value === null || value === undefined || only === kind
      ? []
      : [
          accessIssue("NOT_OF_THIS_KIND", `input.${argument}`, {
            fr: `Seulement pour la sorte ${only}.`,
            en: `Only for the kind ${only}.`,
            observed: value,
          }),
        ],
  );
  if (kind === "ESTABLISHMENT" && establishment === null)
    return [
      ...foreign,
      accessIssue("MISSING", "input.establishment", {
        fr: "Nommez l'établissement.",
        en: "Name the establishment.",
        expected: "ciusss-estrie-chus",
      }),
    ];
  if (kind !== "STEWARD") return foreign;
  const given = asked ?? [];
  const unknown = given.flatMap((scope, place) =>
    stewardScopes.includes(scope) && given.indexOf(scope) === place
      ? []
      : [
          accessIssue("BAD_SCOPE", `input.scopes[${place}]`, {
            fr: "Attendu : une portée de l'intendance, une seule fois.",
            en: "Expected: a scope of stewardship, once only.",
            observed: scope,
            expected: stewardScopes.join(" | "),
          }),
        ],
  );
  if (given.length > 0) return [...foreign, ...unknown];
  return [
    ...foreign,
    accessIssue("MISSING", "input.scopes", {
      fr: "Nommez au moins une portée.",
      en: "Name at least one scope.",
      expected: stewardScopes.join(" | "),
    }),
  ];
}

/** The issue of a holder that has a credential already. */
export const alreadyHeld = (path: string, { status }: Pick<Credential, "status">): AccessIssueFound =>
  accessIssue("ALREADY_HELD", path, {
    fr: `Une habilitation existe déjà (${status}) ; ce qui est accordé ne change plus.`,
    en: `A credential exists already (${status}); what is granted changes no more.`,
    observed: status,
  });

/** The issue of a code that nobody has. */
export const unknownCode = (path: string, code: string, fr: string, en: string): AccessIssueFound =>
  accessIssue("UNKNOWN_CODE", path, {
    fr: `« ${code} » n'est pas le code ${fr}.`,
    en: `“${code}” is not the code ${en}.`,
    observed: code,
  });

/** The issue of a holder without credential. */
export const unknownHolder = (): AccessIssueFound =>
  accessIssue("UNKNOWN_HOLDER", "subject", {
    fr: "Ce sujet ou ce client n'a pas d'habilitation ici.",
    en: "This subject or client has no credential here.",
  });

/** The issue of a step that does not start from where the credential stands. */
export const wrongState = (status: CredentialStatus, from: readonly CredentialStatus[]): AccessIssueFound =>
  accessIssue("WRONG_STATE", "subject", {
    fr: `L'habilitation est à l'état ${status} ; attendu : ${from.join(" ou ")}.`,
    en: `The credential is ${status}; expected: ${from.join(" or ")}.`,
    observed: status,
    expected: from.join(" | "),
  });

/** The issue of a restoration by the suspended. */
export const ownCredential = (): AccessIssueFound =>
  accessIssue("OWN_CREDENTIAL", "subject", {
    fr: "Personne ne lève sa propre suspension ; une autre personne doit le faire.",
    en: "Nobody lifts one's own suspension; another person must do it.",
  });

/** The issue of leaving the hub without anybody who answers for privacy. */
export const lastPrivacySteward = (): AccessIssueFound =>
  accessIssue("LAST_PRIVACY_STEWARD", "subject", {
    fr: "Plus personne ne répondrait de la vie privée : habilitez d'abord une autre personne (steward:privacy).",
    en: "Nobody would answer for privacy any more: grant another person first (steward:privacy).",
  });
