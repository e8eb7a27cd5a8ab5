import type { Principal } from "../../shared/principal.js";
import { localizedTextOf } from "../../shared/localized-text.input.js";
import type { NewAgreement } from "./access-agreement.repository.js";
import { type AccessIssueFound, accessIssue } from "./access-issue.js";
import { accessPolicy, latestLastDay } from "./access-policy.js";
import type { AccessRequest } from "./access-request.entity.js";
import { boundIssues, periodIssues, textIssues, userIssues, variableIssues } from "./given-terms.js";
import type { GrantAccessInput } from "./grant-access.input.js";

/** What would be granted; null where neither the input nor the request says it. */
export type GivenTerms = {
  readonly [Term in keyof Omit<NewAgreement, "synthetic">]: NewAgreement[Term] | null;
} & Pick<NewAgreement, "code" | "kThreshold" | "subjects" | "clients">;

/** The terms of the input, with those of the request where the input says nothing. */
export function termsOf(input: GrantAccessInput, request: AccessRequest | null): GivenTerms {
  const asker = request === null ? [] : [request.requestedBy];
  return {
    code: input.code,
    purpose: input.purpose ? localizedTextOf(input.purpose) : (request?.purpose ?? null),
    variables: input.variables ?? [...(request?.variables ?? [])],
    recordLevel: input.recordLevel ?? request?.recordLevel ?? null,
    kThreshold: input.kThreshold,
    validFrom: input.validFrom ?? request?.periodFrom ?? null,
    validTo: input.validTo ?? request?.periodTo ?? null,
    subjects: [...new Set([...asker, ...(input.subjects ?? [])])],
    clients: [...new Set(input.clients ?? [])],
    request: request?.id ?? null,
  };
}

/** What is known beside the terms when they are judged. */
export interface GrantSurroundings {
  readonly request: AccessRequest | null;
  readonly isCodeTaken: boolean;
  /** The day in America/Toronto. */
  readonly today: string;
  readonly grantor: Pick<Principal, "subject" | "client">;
}

/** Everything that is wrong with a grant. */
export const grantIssues = (
  input: GrantAccessInput,
  terms: GivenTerms,
  around: GrantSurroundings,
): AccessIssueFound[] => [
  ...requestIssues(input, around.request),
  ...codeIssues(input.code, around.isCodeTaken),
  ...purposeIssues(terms),
  ...variableIssues(terms.variables ?? [], "input.variables"),
  ...(terms.recordLevel === null ? [missing("input.recordLevel")] : []),
  ...boundIssues(terms.kThreshold, "input.kThreshold", accessPolicy.leastK, accessPolicy.mostK),
  ...lifeIssues(terms, around.today),
  ...usersIssues(terms, around.grantor),
  ...textIssues(input.reason, "input.reason", accessPolicy.longestReason),
];

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what may be the id of a request; anything else is nobody's. */
export const isIdentifier = (text: string): boolean => identifier.test(text);

const code = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function codeIssues(given: string, isTaken: boolean): AccessIssueFound[] {
  if (isTaken) return [codeTaken(given)];
  if (code.test(given) && given.length <= accessPolicy.longestCode) return [];
  return [
    accessIssue("BAD_CODE", "input.code", {
      fr: `Un code est fait de minuscules et de chiffres, séparés par des tirets ; ${accessPolicy.longestCode} caractères au plus.`,
      en: `A code is made of lower-case letters and digits, separated by hyphens; at most ${accessPolicy.longestCode} characters.`,
      observed: given.slice(0, accessPolicy.longestCode),
      expected: "entente-2026-01",
    }),
  ];
}

/** The issue of a code that an agreement has already. */
export const codeTaken = (given: string): AccessIssueFound =>
  accessIssue("CODE_TAKEN", "input.code", {
    fr: `L'entente « ${given} » existe déjà. Ce qui est accordé ne change plus ; prenez un autre code.`,
    en: `Agreement “${given}” exists already. What is granted changes no more; take another code.`,
    observed: given,
  });

function requestIssues(
  { request: given }: GrantAccessInput,
  found: AccessRequest | null,
): AccessIssueFound[] {
  if (given === null || given === undefined) return [];
  if (found === null) return [unknownRequest("input.request", given)];
  return found.state === "OPEN" ? [] : [alreadyAnswered(given, found.state)];
}

/** The issue of a request that nobody made. */
export const unknownRequest = (path: string, given: string): AccessIssueFound =>
  accessIssue("UNKNOWN_REQUEST", path, {
    fr: "Aucune demande n'a cet identifiant.",
    en: "No request has this identifier.",
    observed: given.slice(0, 36),
  });

/** The issue of a request that has its answer. */
export const alreadyAnswered = (
  given: string,
  state: string | null = null,
  path = "input.request",
): AccessIssueFound =>
  accessIssue("ALREADY_ANSWERED", path, {
    fr: `La demande ${given} a déjà reçu sa réponse.`,
    en: `Request ${given} has been answered already.`,
    observed: state,
    expected: "OPEN",
  });

const missing = (path: string): AccessIssueFound =>
  accessIssue("MISSING", path, {
    fr: "À donner : aucune demande ne le dit.",
    en: "To be given: no request says it.",
  });

function purposeIssues({ purpose }: GivenTerms): AccessIssueFound[] {
  if (purpose === null) return [missing("input.purpose")];
  const { longestPurpose } = accessPolicy;
  return [
    ...textIssues(purpose.fr, "input.purpose.fr", longestPurpose),
    ...(purpose.en === null ? [] : textIssues(purpose.en, "input.purpose.en", longestPurpose)),
  ];
}

function lifeIssues({ validFrom, validTo }: GivenTerms, today: string): AccessIssueFound[] {
  const paths = { from: "input.validFrom", to: "input.validTo" };
  if (validFrom !== null && validTo !== null)
    return periodIssues({ from: validFrom, to: validTo }, paths, { today, latestOf: latestLastDay });
  return [
    ...(validFrom === null ? [missing(paths.from)] : []),
    ...(validTo === null ? [missing(paths.to)] : []),
  ];
}

function usersIssues(
  { subjects, clients }: GivenTerms,
  grantor: GrantSurroundings["grantor"],
): AccessIssueFound[] {
  const issues = [
    ...subjects.flatMap((subject, place) => userIssues(subject, `input.subjects[${place}]`)),
    ...clients.flatMap((client, place) => userIssues(client, `input.clients[${place}]`)),
  ];
  if (subjects.length + clients.length === 0)
    issues.push(
      accessIssue("NO_USER", "input.subjects", {
        fr: "Nommez au moins un sujet ou un client : une entente sans eux n'ouvre à personne.",
        en: "Name at least one subject or client: an agreement without them opens to nobody.",
        observed: 0,
        expected: "≥ 1",
      }),
    );
  for (const [path, users] of [["input.subjects", subjects] as const, ["input.clients", clients] as const])
    if (users.length > accessPolicy.mostUsers)
      issues.push(...boundIssues(users.length, path, 0, accessPolicy.mostUsers));
  if (subjects.includes(grantor.subject ?? "") || clients.includes(grantor.client ?? ""))
    issues.push(
      accessIssue("OWN_GRANT", "input.subjects", {
        fr: "Personne ne s'accorde un accès à soi-même.",
        en: "Nobody grants access to oneself.",
        observed: grantor.subject,
      }),
    );
  return issues;
}
