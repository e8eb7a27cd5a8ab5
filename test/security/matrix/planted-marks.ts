import { agreementOne, agreementTwo, callerNamed, chum, estrie } from "./callers.js";
import type { MatrixHub } from "./matrix-hub.js";

/** Who owns rows that others must not read. */
export type Owner =
  | "estrie"
  | "chum"
  | "comment of estrie"
  | "comment of chum"
  | "agreement 1"
  | "agreement 2"
  | "no agreement"
  | "release 1"
  | "release 2";

// What establishments say of figures, to every steward.
const comments = ["comment of estrie", "comment of chum"] as const;

/** The owners whose rows each caller may read, by its name; every other caller reads none. */
export const readableOwners: Readonly<Record<string, readonly Owner[]>> = {
  estrie: ["estrie", "comment of estrie"],
  chum: ["chum", "comment of chum"],
  "agreement 1": ["agreement 1", "release 1"],
  "agreement 2": ["agreement 2", "release 2"],
  "no agreement": ["no agreement"],
  collect: ["estrie", "chum", ...comments],
  publish: [...comments, "release 1", "release 2"],
  privacy: [...comments, "agreement 1", "agreement 2", "no agreement", "release 1", "release 2"],
};

/** What one establishment now has, by the code that other callers would have to guess. */
export interface Planted {
  readonly submission: string;
  readonly resource: string;
  readonly reused: string;
  readonly comment: string;
}

/** What the matrix looks for in answers, and what callers may guess. */
export interface PlantedMarks {
  readonly estrie: Planted;
  readonly chum: Planted;
  /** The texts and identifiers that only the rows of an owner hold. */
  readonly marks: Readonly<Record<Owner, readonly string[]>>;
}

const places = { estrie: ["MARQUE-ESTRIE", estrie], chum: ["MARQUE-CHUM", chum] } as const;
/** The release that each agreement reads: an agreement has one. */
export const releaseOf = {
  "agreement 1": "partenaires-demo-1",
  "agreement 2": "partenaires-de-la-deuxieme",
} as const;

/** Writes every kind of row that somebody owns, for two establishments and two agreements, with its owner's mark in each text. */
export async function plantMarks(hub: MatrixHub): Promise<PlantedMarks> {
  await markAgreements(hub);
  for (const [name, mark] of [
    ["agreement 1", "MARQUE-ENTENTE-1"],
    ["agreement 2", "MARQUE-ENTENTE-2"],
    ["no agreement", "MARQUE-SANS-ENTENTE"],
  ] as const)
    await requestAccess(hub, name, mark);
  const planted = {
    estrie: await plantFor(hub, "estrie"),
    chum: await plantFor(hub, "chum"),
  };
  await excuse(hub);
  const column = async (sql: string, value: string): Promise<string[]> =>
    (await hub.database.query<{ mark: string }>(sql, [value])).map(({ mark }) => mark);
  const submissions = "SELECT id::text AS mark FROM quality_indicators.submission WHERE establishment = $1";
  const records = "SELECT row_id::text AS mark FROM partners_release.record WHERE agreement = $1";
  return {
    ...planted,
    marks: {
      estrie: [
        "MARQUE-ESTRIE",
        rosterMarks.estrie,
        planted.estrie.resource,
        ...(await column(submissions, estrie)),
      ],
      chum: ["MARQUE-CHUM", rosterMarks.chum, planted.chum.resource, ...(await column(submissions, chum))],
      "comment of estrie": ["PROPOS-ESTRIE", planted.estrie.comment],
      "comment of chum": ["PROPOS-CHUM", planted.chum.comment],
      "agreement 1": ["MARQUE-ENTENTE-1"],
      "agreement 2": ["MARQUE-ENTENTE-2"],
      "no agreement": ["MARQUE-SANS-ENTENTE"],
      "release 1": [releaseOf["agreement 1"], ...(await column(records, agreementOne))],
      "release 2": [releaseOf["agreement 2"], ...(await column(records, agreementTwo))],
    },
  };
}

async function requestAccess(hub: MatrixHub, name: string, mark: string): Promise<void> {
  const { data, errors } = await hub.ask(
    callerNamed(name).principal,
    "mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { request { id } issues { path observed } } }",
    {
      input: {
        title: `${mark} demande`,
        purpose: { fr: `${mark} fin` },
        variables: ["gender"],
        recordLevel: "ANONYMISED",
        ethicsReference: `${mark} CER`,
        periodFrom: "2026-06-01",
        periodTo: "2027-03-31",
        teamSize: 2,
      },
    },
  );
  const requested = data?.requestAccess as { request: object | null } | undefined;
  if (errors || !requested?.request)
    throw new Error(`requesting access for ${name}: ${JSON.stringify({ data, errors })}`);
}

// An exception is granted once the campaign is locked.
async function excuse(hub: MatrixHub): Promise<void> {
  await hub.database.query(
    "UPDATE quality_indicators.campaign_window SET opens_at = '2026-04-01', closes_at = '2026-04-30', lock_at = '2026-05-01' WHERE campaign = '2025-2026'",
  );
  for (const [mark, establishment] of Object.values(places)) {
    const [office] = await hub.database.query<{ office: string }>(
      "SELECT office FROM quality_indicators.frame WHERE campaign = '2025-2026' AND establishment = $1 LIMIT 1",
      [establishment],
    );
    const { errors } = await hub.ask(
      callerNamed("collect").principal,
      `mutation ($office: String!, $reason: String!) {
         grantLockException(campaign: "2025-2026", office: $office, until: "2027-01-15", reason: $reason) { office } }`,
      { office: office?.office ?? "", reason: `${mark} exception` },
    );
    if (errors) throw new Error(`planting an exception: ${JSON.stringify(errors)}`);
    // One of the two has sent its figures already: the hub would remind it of nothing.
    await hub.database.query(
      `INSERT INTO quality_indicators.reminder (campaign, office, establishment, message, reminded_by, reminded_at)
       VALUES ('2025-2026', $1, $2, $3, 'steward:collect', now())`,
      [office?.office ?? "", establishment, `${mark} rappel`],
    );
  }
}

// The demonstration has one release for both agreements: the second one gets a copy of its own, with its own records.
async function markAgreements(hub: MatrixHub): Promise<void> {
  for (const [agreement, mark] of [
    [agreementOne, "MARQUE-ENTENTE-1"],
    [agreementTwo, "MARQUE-ENTENTE-2"],
  ])
    await hub.database.query(
      "UPDATE partners.access_agreement SET purpose = purpose || jsonb_build_object('fr', $2::text) WHERE code = $1",
      [agreement, mark],
    );
  const [of, own] = [releaseOf["agreement 1"], releaseOf["agreement 2"]];
  await hub.database.query(`
    SET session_replication_role = replica;
    INSERT INTO partners_release.release
      SELECT (jsonb_populate_record(r, jsonb_build_object('code', '${own}', 'version', r.version + 1))).*
      FROM partners_release.release AS r WHERE code = '${of}';
    UPDATE partners_release.release_agreement SET release = '${own}' WHERE agreement = '${agreementTwo}';
    UPDATE partners_release.record SET release = '${own}' WHERE agreement = '${agreementTwo}';`);
}

async function plantFor(hub: MatrixHub, name: "estrie" | "chum"): Promise<Planted> {
  const [mark, establishment] = places[name];
  const told = async <Answer>(who: string, query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await hub.ask(callerNamed(who).principal, query, variables);
    if (!data || errors) throw new Error(`planting for ${name}: ${JSON.stringify(errors)}`);
    return Object.values(data)[0] as Answer;
  };

  // The demonstration has a year of some offices already: theirs is a correction.
  const [current] = await told<{ revision: number }[]>(
    name,
    '{ submissions(campaign: "2025-2026") { revision } }',
    {},
  );
  const pushed = await told<{ status: string; submission: { id: string } | null; issues: unknown }>(
    name,
    "mutation ($input: YearlyFiguresInput!) { submitYearlyFigures(input: $input) { status submission { id } issues { rule path } } }",
    {
      input: {
        campaign: "2025-2026",
        establishment,
        idempotencyKey: `matrice-${name}`,
        mode: "DRAFT",
        ...(current ? { baseRevision: current.revision } : {}),
        reason: `${mark} raison`,
        noticeVersion: "2025-2026-2",
        answers: [
          { question: "A2.2", text: `${mark} titre` },
          { question: "B6", number: 120, comment: `${mark} commentaire` },
        ],
      },
    },
  );
  if (!pushed.submission || !pushed.status.startsWith("ACCEPTED"))
    throw new Error(`planting for ${name}: ${JSON.stringify(pushed)}`);

  const added = await told<{ resource: { code: string } }>(
    name,
    "mutation ($input: AddSharedResourceInput!) { addSharedResource(input: $input) { resource { code } } }",
    {
      input: {
        kind: "TOOL",
        type: "RECRUITMENT_GUIDE",
        title: { fr: `${mark} ressource` },
        description: { fr: `${mark} description` },
        language: "fr",
      },
    },
  );

  await pushRosterFor(hub, name, establishment);

  const listed = await told<{ code: string }[]>(name, "{ sharedResources { code } }", {});
  const reused = listed[name === "estrie" ? 0 : 1]?.code ?? "";
  await told(
    name,
    "mutation ($code: String!, $note: String) { reuseSharedResource(code: $code, note: $note) { code } }",
    {
      code: reused,
      note: `${mark} réemploi`,
    },
  );

  const { comment } = await told<{ comment: { id: string } }>(
    name,
    "mutation ($input: CommentOnFigureInput!) { commentOnFigure(input: $input) { comment { id } } }",
    {
      input: {
        ...{ indicator: "IQP-06", campaign: "2024", level: "PROVINCE", area: "QC" },
        text: `${mark.replace("MARQUE", "PROPOS")} sur un chiffre`,
        idempotencyKey: `matrice-${name}`,
      },
    },
  );

  return { submission: pushed.submission.id, resource: added.resource.code, reused, comment: comment.id };
}

// A roster has no text: the local id is the mark.
const rosterMarks = { estrie: "ZZ-710041", chum: "ZZ-710042" } as const;

async function pushRosterFor(hub: MatrixHub, name: "estrie" | "chum", establishment: string): Promise<void> {
  const { data, errors } = await hub.ask(
    callerNamed(name).principal,
    "mutation ($input: PartnerRosterInput!) { pushPartnerRoster(input: $input) { status issues { code path } } }",
    {
      input: {
        establishment,
        idempotencyKey: `matrice-${name}`,
        mode: "SUBMIT",
        rows: [
          {
            localId: rosterMarks[name],
            status: "PAUSED",
            ageBand: "UNDISCLOSED",
            gender: "UNDISCLOSED",
            firstLanguage: "UNDISCLOSED",
            region: "RSS-05",
            standing: "CITIZEN",
            joinedYear: 2020,
            trained: false,
            coached: false,
          },
        ],
      },
    },
  );
  const pushed = data?.pushPartnerRoster as { status: string } | undefined;
  if (errors || !pushed?.status.startsWith("ACCEPTED"))
    throw new Error(`pushing a roster for ${name}: ${JSON.stringify({ pushed, errors })}`);
}
