import { verifyAuditChains } from "./audit-chains.js";
import type { Acknowledged, Ledger } from "./ledger.js";
import type { PostgresServer } from "./postgres-server.js";
import type { Verdict } from "./verdict.js";

interface RevisionRow {
  readonly office: string;
  readonly revision: number;
  readonly current: number;
  readonly mode: string;
  readonly value: string | null;
}
interface KeyRow {
  readonly office: string;
  readonly key: string;
  readonly revision: number;
}
interface EventRow {
  readonly office: string;
  readonly revision: number;
  readonly events: string[];
}

/** Compares what the writers were told with what the tables hold, by plain SQL past every policy. */
export async function verifyTables(
  server: Pick<PostgresServer, "query" | "url">,
  campaign: string,
  ledger: Ledger,
): Promise<Verdict[]> {
  const revisions = await server.query<RevisionRow>(
    `SELECT submission.office, revision.revision, submission.current_revision AS current, revision.mode,
            jsonb_path_query_first(revision.responses, '$[*][*] ? (@.question == "F").text') #>> '{}' AS value
     FROM quality_indicators.submission_revision AS revision
     JOIN quality_indicators.submission ON submission.id = revision.submission
     WHERE submission.campaign = $1 ORDER BY submission.office, revision.revision`,
    [campaign],
  );
  const keys = await server.query<KeyRow>(
    `SELECT office, key, (result ->> 'revision')::integer AS revision
     FROM quality_indicators.idempotency_key WHERE campaign = $1`,
    [campaign],
  );
  const events = await server.query<EventRow>(
    `SELECT submission.office, entry.revision, array_agg(entry.event ORDER BY entry.event) AS events
     FROM quality_indicators.audit_entry AS entry
     JOIN quality_indicators.submission ON submission.id = entry.submission
     WHERE submission.campaign = $1 GROUP BY submission.office, entry.revision`,
    [campaign],
  );
  return [
    {
      law: "every acknowledged push is there exactly once, by its value",
      breaches: missingValues(ledger, revisions),
    },
    { law: "every acknowledged push is there exactly once, by its key", breaches: missingKeys(ledger, keys) },
    { law: "every refused push is absent", breaches: presentRefusals(ledger, revisions) },
    { law: "revision chains have no gap and no fork", breaches: brokenChains(ledger, revisions) },
    { law: "audit entries equal the revisions", breaches: unequalAudit(revisions, events) },
    ...(await verifyAuditChains(server, ledger)),
    { law: "no writer was told anything odd", breaches: ledger.oddities },
  ];
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const placeOf = ({ office, revision }: { office: string; revision: number }): string =>
  `${office}/${revision}`;
const nameOf = ({ push, revision }: Acknowledged): string => `${push.key} (${push.office}/${revision})`;

function missingValues(ledger: Ledger, revisions: readonly RevisionRow[]): string[] {
  const placesByValue = grouped(revisions, ({ value }) => value);
  const told = new Set(ledger.acknowledged.map(({ push }) => push.value));
  const wrong = ledger.acknowledged.flatMap((acknowledged) => {
    const found = (placesByValue.get(acknowledged.push.value) ?? []).map(placeOf);
    const expected = `${acknowledged.push.office}/${acknowledged.revision}`;
    return found.length === 1 && found[0] === expected
      ? []
      : [`${nameOf(acknowledged)}: in [${found.join(", ")}]`];
  });
  const unknown = revisions
    .filter(({ value }) => !told.has(value ?? ""))
    .map((row) => `${placeOf(row)}: nobody was told of it`);
  return [...wrong, ...unknown];
}

function missingKeys(ledger: Ledger, keys: readonly KeyRow[]): string[] {
  const rows = grouped(keys, ({ office, key }) => `${office} ${key}`);
  const wrong = ledger.acknowledged.flatMap((acknowledged) => {
    const found = rows.get(`${acknowledged.push.office} ${acknowledged.push.key}`) ?? [];
    const [only] = found;
    return found.length === 1 && only?.revision === acknowledged.revision
      ? []
      : [`${nameOf(acknowledged)}: ${found.length} keys`];
  });
  return keys.length === ledger.acknowledged.length
    ? wrong
    : [...wrong, `${keys.length} keys for ${ledger.acknowledged.length} acknowledged pushes`];
}

function presentRefusals(ledger: Ledger, revisions: readonly RevisionRow[]): string[] {
  const values = new Set(revisions.map(({ value }) => value));
  return ledger.refused
    .filter(({ push }) => values.has(push.value))
    .map(({ push, how }) => `${push.key}: ${how}, yet kept`);
}

function brokenChains(ledger: Ledger, revisions: readonly RevisionRow[]): string[] {
  const gaps = [...grouped(revisions, ({ office }) => office)].flatMap(([office, chain]) => {
    const numbers = chain.map(({ revision }) => revision);
    const isWhole =
      numbers.every((number, index) => number === index + 1) && chain[0]?.current === numbers.length;
    return isWhole
      ? []
      : [`${office}: current ${chain[0]?.current}, revisions ${numbers.slice(-5).join(" ")}`];
  });
  const forks = ledger.acknowledged
    .filter(({ push, revision }) => revision !== (push.base ?? 0) + 1)
    .map((acknowledged) => `${nameOf(acknowledged)}: started from ${acknowledged.push.base ?? "nothing"}`);
  return [...gaps, ...forks];
}

function unequalAudit(revisions: readonly RevisionRow[], events: readonly EventRow[]): string[] {
  const expected = new Map(
    revisions.map((row) => {
      const kind = row.revision === 1 ? "CREATED" : "REVISED";
      return [placeOf(row), (row.mode === "SUBMIT" ? [kind, "VALIDATED"] : [kind]).join("+")];
    }),
  );
  const found = new Map(events.map((row) => [placeOf(row), row.events.join("+")]));
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((place) => expected.get(place) !== found.get(place))
    .map(
      (place) =>
        `${place}: expected ${expected.get(place) ?? "nothing"}, found ${found.get(place) ?? "nothing"}`,
    );
}
