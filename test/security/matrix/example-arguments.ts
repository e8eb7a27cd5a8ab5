import { type GraphQLArgument, type GraphQLField, isRequiredArgument } from "graphql";
import { chum, estrie } from "./callers.js";

/** An id that is of the right shape and belongs to nobody. */
export const nobodysId = "00000000-0000-4000-8000-000000000000";
const nobodysCode = "code-de-personne";
const text = { fr: "Essai de la matrice." };
const reason = "Essai de la matrice.";

// What to give for an argument, by its name, where its coordinate below has no value of its own.
const byName: Record<string, unknown> = {
  agreement: nobodysCode,
  campaign: "2025-2026",
  code: nobodysCode,
  establishment: estrie,
  id: nobodysId,
  indicator: "IQP-06",
  lang: "FR",
  reason,
  request: nobodysId,
  subject: estrie,
};

// What a coordinate takes: valid enough to reach the service, and never enough to write (a trial, an unknown code).
const byCoordinate: Record<string, unknown> = {
  "Query.establishment(code:)": estrie,
  "Query.qualityIndicator(code:)": "IQP-06",
  "Query.recommendation(code:)": "R1",
  "Query.partnerRecords(release:)": "partenaires-demo-1",
  "Query.partnerRecordCounts(release:)": "partenaires-demo-1",
  "Query.partnerRecordCounts(groupBy:)": ["gender"],
  "Query.vintages(campaign:)": "2024",
  "Query.previewPublication(campaign:)": "2024",
  "Query.completeness(campaign:)": "2024",
  "QualityIndicator.observations(campaign:)": "2024",
  "Establishment.observations(campaign:)": "2024",
  "HealthRegion.observations(campaign:)": "2024",
  "Mutation.addSharedResource(input:)": {
    kind: "TOOL",
    type: "RECRUITMENT_GUIDE",
    title: text,
    description: text,
    establishment: chum,
    language: "fr",
    dryRun: true,
  },
  "Mutation.reviewSharedResource(decision:)": "PUBLISH",
  "Mutation.buildRelease(input:)": { agreements: [nobodysCode], title: "Essai" },
  "Mutation.approveRelease(id:)": nobodysCode,
  "Mutation.discardRelease(id:)": nobodysCode,
  "Mutation.discardRelease(reason:)": "Essai",
  "Mutation.openCampaign(input:)": {
    code: "2099-2100",
    title: text,
    period: { from: "2099-04-01", to: "2100-03-31", label: "2099-2100" },
    opensAt: "2100-04-01",
    closesAt: "2100-06-30",
    note: text,
    formOf: "2025-2026",
    dryRun: true,
  },
  "Mutation.defineIndicator(input:)": {
    code: "IQP-90",
    name: text,
    plain: text,
    definition: text,
    numeratorDefinition: text,
    sphere: "CARE",
    unit: "PERSONS",
    valueType: "COUNT",
    basis: "OFFICES",
    askedIn: ["2025-2026"],
    measures: [{ kind: "COUNT" }],
    dryRun: true,
  },
  "Mutation.recordCoConstruction(indicator:)": nobodysCode,
  "Mutation.recordCoConstruction(record:)": {
    stage: "DEFINITION",
    degree: "CONSULTATION",
    leadership: "CO_LED",
    date: "2026-01-15",
    evidence: text,
  },
  "Mutation.grantLockException(campaign:)": nobodysCode,
  "Mutation.grantLockException(office:)": nobodysCode,
  "Mutation.grantLockException(until:)": "2026-12-31",
  "Mutation.remindOffices(input:)": { campaign: nobodysCode, offices: [nobodysCode], message: reason },
  "Mutation.publishCampaign(campaign:)": nobodysCode,
  "Mutation.commentOnFigure(input:)": {
    indicator: "IQP-06",
    campaign: "2024",
    level: "PROVINCE",
    area: nobodysCode,
    text: "Essai de la matrice.",
    idempotencyKey: "matrice-essai",
  },
  "Mutation.answerFigureComment(answer:)": "Essai",
  "Mutation.declareProgress(input:)": {
    recommendation: nobodysCode,
    status: "IN_PROGRESS",
    actor: "Essai",
    evidence: text,
    date: "2026-01-15",
  },
  "Mutation.submitYearlyFigures(input:)": {
    campaign: "2025-2026",
    establishment: estrie,
    idempotencyKey: "matrice-essai",
    mode: "DRY_RUN",
    answers: [{ question: "B6", number: 12 }],
  },
  "Mutation.pushPartnerRoster(input:)": {
    establishment: estrie,
    idempotencyKey: "matrice-essai",
    mode: "DRY_RUN",
    rows: [{ localId: "P-1", status: "PAUSED" }],
  },
  "Mutation.withdrawVintage(vintage:)": nobodysCode,
  "Mutation.grantAccess(input:)": {
    code: "entente-essai",
    purpose: text,
    variables: ["gender"],
    recordLevel: "ANONYMISED",
    kThreshold: 11,
    validFrom: "2026-05-04",
    validTo: "2027-03-31",
    subjects: ["personne"],
    reason,
    dryRun: true,
  },
  "Mutation.requestAccess(input:)": {
    title: "Essai",
    purpose: text,
    variables: ["gender"],
    recordLevel: "ANONYMISED",
    ethicsReference: "CER-1",
    periodFrom: "2026-05-04",
    periodTo: "2027-03-31",
    teamSize: 2,
    dryRun: true,
  },
  "Mutation.grantCredential(input:)": {
    subject: "personne",
    kind: "STEWARD",
    scopes: ["steward:collect"],
    reason,
    dryRun: true,
  },
};

/** An example for every required argument of a field; throws, naming it, when one has none. */
export function exampleArguments(
  type: string,
  field: GraphQLField<unknown, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    field.args
      .filter(isRequiredArgument)
      .map((argument) => [argument.name, exampleOf(type, field.name, argument)]),
  );
}

function exampleOf(type: string, field: string, { name }: GraphQLArgument): unknown {
  const coordinate = `${type}.${field}(${name}:)`;
  const example = byCoordinate[coordinate] ?? byName[name];
  if (example === undefined)
    throw new Error(`${coordinate}: no example; add one to test/security/matrix/example-arguments.ts`);
  return example;
}
