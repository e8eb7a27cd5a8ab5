import type { Ask } from "../../../../test/harness/subgraph.js";
import type { Principal } from "../../../shared/principal.js";

export interface Issue {
  code: string;
  path: string;
  fr: string;
  en: string;
}
export interface Outcome {
  status: string;
  issues: Issue[];
  agreement?: { code: string; status: string; version: number; request: string | null } | null;
  request?: { id: string; state: string; decisionReason: string | null } | null;
  credential?: { id: string; status: string; version: number; kind: string | null } | null;
}

const issues = "issues { code path fr: message(lang: FR) en: message(lang: EN) }";
const decision = `status ${issues} agreement { code status version request } request { id state decisionReason }`;
const held = `status ${issues} credential { id status version kind }`;

/** Asks for access, decides on it and on credentials, through the given subgraph. */
export class AccessSteps {
  constructor(private readonly ask: Ask) {}

  request(principal: Principal, input: object): Promise<Outcome> {
    return this.only(
      `mutation ($input: RequestAccessInput!) { told: requestAccess(input: $input) { status ${issues} request { id state decisionReason } } }`,
      { input },
      principal,
    );
  }

  grant(principal: Principal, input: object): Promise<Outcome> {
    return this.only(
      `mutation ($input: GrantAccessInput!) { told: grantAccess(input: $input) { ${decision} } }`,
      { input },
      principal,
    );
  }

  decline(principal: Principal, request: string, reason: string): Promise<Outcome> {
    return this.only(
      `mutation ($request: ID!, $reason: String!) { told: declineAccess(request: $request, reason: $reason) { ${decision} } }`,
      { request, reason },
      principal,
    );
  }

  change(
    principal: Principal,
    act: "suspendAccess" | "resumeAccess" | "endAccess",
    agreement: string,
    reason = "Vérification annuelle",
    version: number | null = null,
  ): Promise<Outcome> {
    return this.only(
      `mutation ($agreement: String!, $reason: String!, $version: Int) {
         told: ${act}(agreement: $agreement, reason: $reason, version: $version) { ${decision} } }`,
      { agreement, reason, version },
      principal,
    );
  }

  grantCredential(principal: Principal, input: object): Promise<Outcome> {
    return this.only(
      `mutation ($input: GrantCredentialInput!) { told: grantCredential(input: $input) { ${held} } }`,
      { input },
      principal,
    );
  }

  changeCredential(
    principal: Principal,
    act: "suspendCredential" | "restoreCredential" | "endCredential",
    holder: { subject?: string; client?: string; version?: number },
    reason = "Clé égarée",
  ): Promise<Outcome> {
    return this.only(
      `mutation ($subject: String, $client: String, $reason: String!, $version: Int) {
         told: ${act}(subject: $subject, client: $client, reason: $reason, version: $version) { ${held} } }`,
      { ...holder, reason },
      principal,
    );
  }

  private async only(
    query: string,
    variables: Record<string, unknown>,
    principal: Principal,
  ): Promise<Outcome> {
    const { data, errors } = await this.ask<{ told: Outcome }>(query, variables, principal);
    if (!data?.told || errors) throw new Error(JSON.stringify(errors));
    return data.told;
  }
}

/** Which issues an outcome told, and where. */
export const placesOf = ({ issues: told }: Outcome): string[] =>
  told.map(({ code, path }) => `${path} ${code}`).sort();

/** A request that is fit to be made. */
export const fitRequest = {
  title: "Qui sont les partenaires des régions éloignées",
  purpose: { fr: "Décrire les partenaires selon la région et l'âge, pour une étude de deuxième cycle." },
  variables: ["regionGroup", "ageBand"],
  recordLevel: "ANONYMISED",
  ethicsReference: "CER-2026-114",
  periodFrom: "2026-05-04",
  periodTo: "2027-03-31",
  teamSize: 3,
};

const everyVariable = ["regionGroup", "ageBand", "gender", "standing", "experienceDomain"];

/** A direct grant that is fit to be made, of everything that a release holds. */
export const fitGrant = (code: string, subjects: string[] = ["chercheuse-a"]): Record<string, unknown> => ({
  code,
  purpose: { fr: "Décrire qui sont les partenaires." },
  variables: everyVariable,
  recordLevel: "ANONYMISED",
  kThreshold: 11,
  validFrom: "2026-05-04",
  validTo: "2027-03-31",
  subjects,
  reason: "Comité d'accès du 4 mai",
});
