import fc from "fast-check";
import type { TestDatabase } from "../../../../test/harness/database.js";

const text = { fr: "Essai", en: null, status: "PROPOSED" };
const choices = (...codes: string[]) =>
  codes.map((code) => ({ code, label: text, low: null, high: null, alone: false }));

/** A form that no file of reference data knows: every kind of question that a measure may read. */
export const randomForm = [
  { code: "X1", type: "CHOICE", choices: choices("LOW", "MIDDLE", "HIGH"), finestLevel: "GROUP" },
  { code: "X2", type: "CHOICES", choices: choices("RED", "GREEN", "BLUE", "OTHER"), finestLevel: "GROUP" },
  { code: "X3", type: "CHOICE", choices: choices("YES", "NO"), finestLevel: "ESTABLISHMENT" },
  { code: "N1", type: "INTEGER", choices: [], finestLevel: "ESTABLISHMENT" },
  { code: "N2", type: "INTEGER", choices: [], finestLevel: "GROUP" },
  { code: "N3", type: "INTEGER", choices: [], finestLevel: "GROUP" },
  { code: "D1", type: "DECIMAL", choices: [], finestLevel: "GROUP" },
  { code: "D2", type: "DECIMAL", choices: [], finestLevel: "GROUP" },
  { code: "T1", type: "TEXT", choices: [], finestLevel: "GROUP" },
] as const;

const missingCodes = ["NOT_ANSWERED", "DOES_NOT_KNOW", "NOT_APPLICABLE"] as const;
/** The regions of the campaign, each in its group. */
export const randomRegions = ["RSS-01", "RSS-02", "RSS-03", "RSS-06", "RSS-13", "RSS-16"] as const;
const groupOf = {
  "RSS-01": "EST",
  "RSS-03": "EST",
  "RSS-02": "WEST",
  "RSS-06": "CITY",
  "RSS-13": "RING",
  "RSS-16": "RING",
};
export const randomPeerGroups = ["CISSS", "CIUSSS", "CHU_INSTITUT"] as const;

const valueOf = ({ type, choices: known }: (typeof randomForm)[number]): fc.Arbitrary<object> => {
  const codes = known.map(({ code }) => code);
  switch (type) {
    case "CHOICE":
      return fc.constantFrom(...codes).map((code) => ({ choices: [code] }));
    case "CHOICES":
      return fc.subarray(codes).map((ticked) => ({ choices: ticked }));
    case "INTEGER":
      return fc.integer({ min: 0, max: 12 }).map((number) => ({ number }));
    case "DECIMAL":
      return fc.integer({ min: 0, max: 900 }).map((hundredths) => ({ number: hundredths / 100 }));
    case "TEXT":
      return fc.constantFrom("oui", " ").map((words) => ({ text: words }));
  }
};

// One in six questions is left out, one in six says why there is no value.
const answer = (question: (typeof randomForm)[number]): fc.Arbitrary<object[]> =>
  fc
    .oneof(
      { weight: 4, arbitrary: valueOf(question).map((value) => [value]) },
      { weight: 1, arbitrary: fc.constantFrom(...missingCodes).map((missing) => [{ missing }]) },
      { weight: 1, arbitrary: fc.constant([]) },
    )
    .map((values) => values.map((value) => ({ question: question.code, ...value })));

const response = fc.tuple(...randomForm.map(answer)).map((answers) => answers.flat());

/** One office of the frame, and what it sent: one to three responses, in time or late, or nothing. */
const office = (mostResponses: number) =>
  fc.record({
    region: fc.constantFrom(...randomRegions),
    peerGroup: fc.constantFrom(...randomPeerGroups, null),
    inUniverse32: fc.integer({ min: 0, max: 4 }).map((draw) => draw > 0),
    responses: fc.array(response, { minLength: 1, maxLength: mostResponses }),
    hasAnswered: fc.integer({ min: 0, max: 4 }).map((draw) => draw > 0),
    isLate: fc.integer({ min: 0, max: 3 }).map((draw) => draw === 0),
  });

const opensAt = "2031-04-01T04:00:00Z";
const closesAt = "2031-06-01T04:00:00Z";

/** Puts a campaign with random answers into the tables, approved and ready to be published. */
export async function aRandomCampaign(
  database: TestDatabase,
  code: string,
  base: "RESPONDENTS" | "OFFICES",
  seed: number,
): Promise<void> {
  const offices = fc.sample(office(base === "RESPONDENTS" ? 3 : 1), { seed, numRuns: 44 });
  await database.query(
    `INSERT INTO quality_indicators_published.campaign (code, title, period, basis, base, note)
     VALUES ($1, $2, '{"from":"2030-04-01","to":"2031-03-31","label":"2030"}', $3, $3, $2)`,
    [code, text, base],
  );
  await database.query(
    `INSERT INTO quality_indicators_published.instrument (code, version, title, notice, sections, questions)
     VALUES ($1, '1', $2, '{"version":"1","text":{"fr":"Avis","en":null,"status":"PROPOSED"}}', '[]', $3)`,
    [code, text, JSON.stringify(randomForm.map((question) => ({ ...question, text })))],
  );
  await database.query(
    "INSERT INTO quality_indicators.campaign_window (campaign, opens_at, closes_at) VALUES ($1, $2, $3)",
    [code, opensAt, closesAt],
  );
  for (const [index, sent] of offices.entries()) {
    const name = `office-${String(index).padStart(2, "0")}`;
    // Every eighth office belongs to the establishment of the one before it.
    const establishment = `establishment-${index % 8 === 7 ? index - 1 : index}`;
    await database.query(
      `INSERT INTO quality_indicators.frame (campaign, office, establishment, region, region_group, peer_group,
         in_universe_32, in_universe_35, names) VALUES ($1, $2, $3, $4, $5, $6, $7, true, $8)`,
      [
        code,
        name,
        establishment,
        sent.region,
        groupOf[sent.region],
        sent.peerGroup,
        sent.inUniverse32,
        { establishment: text, region: text },
      ],
    );
    if (!sent.hasAnswered) continue;
    await database.query(
      `WITH placed AS (
         INSERT INTO quality_indicators.submission (campaign, office, establishment, state, current_revision,
           approved_revision, approved_by, approved_at)
         VALUES ($1, $2, $3, 'APPROVED', 1, 1, 'steward:collect', now()) RETURNING id)
       INSERT INTO quality_indicators.submission_revision (submission, revision, responses, submitted_by, submitted_at,
         mode, synthetic, payload_hash, content_hash)
       SELECT id, 1, $4, 'user:x', $5, 'SUBMIT', true, '', '' FROM placed`,
      [code, name, establishment, JSON.stringify(sent.responses), sent.isLate ? closesAt : opensAt],
    );
  }
}
