import type { SentFilter, SentMeasure } from "./random-grammar.js";

/*
 * A second, independent reading of the grammar: each measure as one plain SELECT over the approved answers, a row an
 * area and category. It shares no code with what it checks.
 */

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The answers of a campaign, once for each area that they belong to: `$1` is the campaign. */
const answersByArea = `
  WITH response AS (
    SELECT here.level, here.area, sent.office, frame.peer_group, frame.region, given.rank, given.answers
    FROM quality_indicators.submission sent
    JOIN quality_indicators.submission_revision revision
      ON revision.submission = sent.id AND revision.revision = sent.approved_revision
    JOIN quality_indicators.frame ON frame.campaign = sent.campaign AND frame.office = sent.office
    CROSS JOIN LATERAL (VALUES ('PROVINCE', 'QC'), ('PEER_GROUP', frame.peer_group),
      ('REGION_GROUP', frame.region_group), ('HEALTH_REGION', frame.region)) AS here(level, area)
    CROSS JOIN LATERAL jsonb_array_elements(revision.responses) WITH ORDINALITY AS given(answers, rank)
    WHERE sent.campaign = $1 AND here.area IS NOT NULL
  ), respondents AS (SELECT * FROM response
  ), offices AS (
    SELECT level, area, office, peer_group, region,
      COALESCE(jsonb_agg(answer ORDER BY rank, place) FILTER (WHERE answer IS NOT NULL), '[]') AS answers
    FROM response LEFT JOIN LATERAL jsonb_array_elements(answers) WITH ORDINALITY AS one(answer, place) ON true
    GROUP BY level, area, office, peer_group, region
  )`;

const unitsTable = (units: string | undefined, base: string): string => (units ?? base).toLowerCase();

const someAnswer = (question: string, condition: string): string =>
  `EXISTS (SELECT FROM jsonb_array_elements(answers) AS a WHERE a->>'question' = ${quoted(question)} AND (${condition}))`;
const hasValue = `a ? 'number' OR a->>'text' ~ '\\S' OR jsonb_array_length(COALESCE(a->'choices', '[]')) > 0`;

function conditionOf(filter: SentFilter | undefined): string {
  if (!filter) return "true";
  if (filter.all) return `(${filter.all.map(conditionOf).join(" AND ")})`;
  if (filter.any) return `(${filter.any.map(conditionOf).join(" OR ")})`;
  if (filter.not) return `(NOT ${conditionOf(filter.not)})`;
  if (filter.peerGroup) return `(peer_group IS NOT DISTINCT FROM ${quoted(filter.peerGroup)})`;
  if (filter.region) return `(region = ${quoted(filter.region)})`;
  const { question = "", choice, missing, atLeast, below } = filter;
  if (choice) return someAnswer(question, `a->'choices' ? ${quoted(choice)}`);
  if (filter.answered) return someAnswer(question, hasValue);
  if (missing) return someAnswer(question, `a->>'missing' = ${quoted(missing)}`);
  const bounds = [
    ...(atLeast === undefined ? [] : [`(a->>'number')::numeric >= ${atLeast}`]),
    ...(below === undefined ? [] : [`(a->>'number')::numeric < ${below}`]),
  ];
  return someAnswer(question, bounds.join(" AND "));
}

/** The questions of a filter, with the missing code that counts as an answer to it. */
function readBy(filter: SentFilter | undefined): SentFilter[] {
  if (!filter) return [];
  if (filter.question) return [filter];
  return [...(filter.all ?? []), ...(filter.any ?? []), ...(filter.not ? [filter.not] : [])].flatMap(readBy);
}
const speaksTo = (filter: SentFilter | undefined): string =>
  ["true"]
    .concat(
      readBy(filter).map(({ question = "", missing }) =>
        someAnswer(question, missing ? `${hasValue} OR a->>'missing' = ${quoted(missing)}` : hasValue),
      ),
    )
    .join(" AND ");

const numberOf = (question: string): string =>
  `(SELECT (a->>'number')::numeric FROM jsonb_array_elements(answers) WITH ORDINALITY AS one(a, place)
    WHERE a->>'question' = ${quoted(question)} AND a ? 'number' ORDER BY place LIMIT 1)`;

const named = (category: string | undefined): string => (category ? quoted(category) : "NULL");
const byArea = "GROUP BY level, area";
const columns = (given: Record<string, string>): string =>
  ["category", "value", "low", "high", "numerator", "denominator", "contributors"]
    .map((column) => `${given[column] ?? "NULL"} AS ${column}`)
    .join(", ");

/** The plain SQL of a measure: level, area, category, value, low, high, numerator, denominator, contributors. */
export function plainSqlOf(measure: SentMeasure, base: string): string {
  const { kind, category, question = "", where, of, scale = 1, parts = [] } = measure;
  const units = unitsTable(measure.units, base);
  const kept = `SELECT * FROM ${units} WHERE ${conditionOf(where)}`;
  const share = (numerator: string, contributors: string, name: string, having = ""): string => `
    SELECT level, area, ${columns({
      category: name,
      numerator: `count(*) FILTER (WHERE ${numerator})`,
      denominator: "count(*)",
      value: `round(100.0 * count(*) FILTER (WHERE ${numerator}) / count(*), 1)`,
      contributors: `count(DISTINCT office) FILTER (WHERE ${contributors})`,
    })} FROM kept ${byArea} ${having}`;
  const given = `SELECT level, area, office, number FROM (SELECT *, ${numberOf(question)} AS number FROM kept) AS read WHERE number IS NOT NULL`;
  const contributors = "count(DISTINCT office)";
  switch (kind) {
    case "COUNT":
      return `${answersByArea} SELECT level, area, ${columns({
        category: named(category),
        value: `count(*) FILTER (WHERE ${conditionOf(where)})`,
        contributors: `count(DISTINCT office) FILTER (WHERE ${speaksTo(where)})`,
      })} FROM ${units} ${byArea}`;
    case "SHARE":
      return `${answersByArea}, kept AS (${kept}) ${share(conditionOf(of), speaksTo(of), named(category))}`;
    case "SHARE_BY_CHOICE": {
      const ticked = someAnswer(question, "jsonb_array_length(COALESCE(a->'choices', '[]')) > 0");
      const unsure = someAnswer(question, "a->>'missing' = 'DOES_NOT_KNOW'");
      const shares = `SELECT level, area, ${columns({
        category: "choice.code",
        numerator: `count(*) FILTER (WHERE ${someAnswer(question, "a->'choices' ? choice.code")})`,
        denominator: "count(*)",
        value: `round(100.0 * count(*) FILTER (WHERE ${someAnswer(question, "a->'choices' ? choice.code")}) / count(*), 1)`,
        contributors: `count(DISTINCT office) FILTER (WHERE ${ticked})`,
      })} FROM kept CROSS JOIN (
        SELECT choice->>'code' AS code FROM quality_indicators_published.instrument,
          jsonb_array_elements(questions) AS asked, jsonb_array_elements(asked->'choices') AS choice
        WHERE instrument.code = $1 AND asked->>'code' = ${quoted(question)}) AS choice GROUP BY level, area, choice.code`;
      return `${answersByArea}, kept AS (${kept}) ${shares} UNION ALL ${share(
        unsure,
        `${ticked} OR ${unsure}`,
        "'DOES_NOT_KNOW'",
        `HAVING count(*) FILTER (WHERE ${unsure}) > 0`,
      )}`;
    }
    case "SUM":
    case "MEAN":
    case "DISTRIBUTION": {
      const sorted = "array_agg(number ORDER BY number)";
      const told: Record<string, Record<string, string>> = {
        SUM: { value: "sum(number)" },
        MEAN: {
          value: "round(sum(number) / count(*), 1)",
          numerator: "sum(number)",
          denominator: "count(*)",
        },
        DISTRIBUTION: {
          value: `((${sorted})[(count(*) + 1) / 2] + (${sorted})[(count(*) + 2) / 2]) / 2`,
          low: "min(number)",
          high: "max(number)",
          denominator: "count(*)",
        },
      };
      return `${answersByArea}, kept AS (${kept}), given AS (${given})
        SELECT level, area, ${columns({ category: named(category), contributors, ...told[kind] })} FROM given ${byArea}`;
    }
    case "RATE": {
      const sum = (term: SentMeasure["numerator"]): string => `
        SELECT level, area, office, sum(number) AS number FROM (
          SELECT *, ${numberOf(term?.question ?? "")} AS number FROM ${unitsTable(term?.units, base)}
          WHERE ${conditionOf(where)}) AS read WHERE number IS NOT NULL GROUP BY level, area, office`;
      return `${answersByArea}, above AS (${sum(measure.numerator)}), below AS (${sum(measure.denominator)})
        SELECT level, area, ${columns({
          category: named(category),
          value: `round(${scale} * sum(above.number) / NULLIF(sum(below.number), 0), 1)`,
          numerator: "sum(above.number)",
          denominator: "sum(below.number)",
          contributors: "count(*)",
        })} FROM above JOIN below USING (level, area, office) ${byArea}`;
    }
    case "COMPOSITION": {
      const numbers = parts.map((part, index) => `${numberOf(part.question)} AS part${index}`).join(", ");
      const complete = parts.map((_, index) => `part${index} IS NOT NULL`).join(" AND ");
      const total = parts.map((_, index) => `sum(part${index})`).join(" + ");
      return `${answersByArea}, kept AS (${kept}), given AS (SELECT *, ${numbers} FROM kept) ${parts
        .map(
          (part, index) =>
            `SELECT level, area, ${columns({
              category: quoted(part.category),
              value: `sum(part${index})`,
              numerator: `sum(part${index})`,
              denominator: total,
              contributors,
            })} FROM given WHERE ${complete} ${byArea}`,
        )
        .join(" UNION ALL ")}`;
    }
    default:
      return coverageOf(measure);
  }
}

function coverageOf({ category, coverageOf: of, universe, onTime }: SentMeasure): string {
  const place = of === "OFFICES" ? "office" : of === "ESTABLISHMENTS" ? "establishment" : "region";
  const counted = onTime ? "sent_at < closes_at" : "sent_at IS NOT NULL";
  return `
    WITH expected AS (
      SELECT here.level, here.area, frame.office, frame.establishment, frame.region, campaign_window.closes_at,
        (SELECT min(submitted_at) FROM quality_indicators.submission
         JOIN quality_indicators.submission_revision ON submission = id
         WHERE submission.campaign = frame.campaign AND submission.office = frame.office) AS sent_at
      FROM quality_indicators.frame JOIN quality_indicators.campaign_window USING (campaign)
      CROSS JOIN LATERAL (VALUES ('PROVINCE', 'QC'), ('PEER_GROUP', peer_group), ('REGION_GROUP', region_group),
        ('HEALTH_REGION', region)) AS here(level, area)
      WHERE campaign = $1 AND here.area IS NOT NULL AND (${universe} = 35 OR in_universe_32)
    )
    SELECT level, area, ${columns({
      category: named(category),
      numerator: `count(DISTINCT ${place}) FILTER (WHERE ${counted})`,
      denominator: `count(DISTINCT ${place})`,
      value: `round(100.0 * count(DISTINCT ${place}) FILTER (WHERE ${counted}) / count(DISTINCT ${place}), 1)`,
      contributors: "count(DISTINCT office) FILTER (WHERE sent_at IS NOT NULL)",
    })} FROM expected ${byArea}`;
}
