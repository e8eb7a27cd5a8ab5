import { parse } from "csv-parse/sync";
import type { TestDatabase } from "../harness/database.js";
import type { TestHub } from "../harness/hub.js";
import type { Partner } from "./people.js";

export type Released = Readonly<Record<string, string>>;

export const columns = ["regionGroup", "ageBand", "gender", "standing", "experienceDomain"] as const;
export const keysOf = ({ regionGroup, ageBand, gender }: Released): string =>
  [regionGroup, ageBand, gender].join(" ");
export const toldOf = (record: Released): string => columns.map((column) => record[column]).join(" ");

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: Released }[];
}

/** Every record of a release with its cursor, page after page, as a researcher reads them. */
export async function walked(
  hub: TestHub,
  account: string,
  release: string,
  first = 1_000,
): Promise<{ cursor: string; node: Released }[]> {
  const edges: { cursor: string; node: Released }[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors }: { data?: { partnerRecords: Page } | null; errors?: unknown } = await hub.ask<{
      partnerRecords: Page;
    }>(
      `query ($release: String!, $first: Int!, $after: String) {
         partnerRecords(release: $release, first: $first, after: $after) {
           pageInfo { hasNextPage endCursor } edges { cursor node { rowId ${columns.join(" ")} } } } }`,
      { account, variables: { release, first, after } },
    );
    if (!data || errors) throw new Error(`records of ${release}: ${JSON.stringify(errors)}`);
    edges.push(...data.partnerRecords.edges);
    if (!data.partnerRecords.pageInfo.hasNextPage) return edges;
    after = data.partnerRecords.pageInfo.endCursor;
  }
}

/** Every record of a release. */
export const recordsOf = async (hub: TestHub, account: string, release: string): Promise<Released[]> =>
  (await walked(hub, account, release)).map(({ node }) => node);

/** A whole release as a file, with its tag. */
export async function fileOf(
  hub: TestHub,
  account: string,
  file: string,
): Promise<{ bytes: Buffer; etag: string }> {
  const response = await fetch(`${hub.address}/data/releases/${file}`, {
    headers: { authorization: `Bearer ${await hub.tokenFor(account)}` },
  });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return {
    bytes: Buffer.from(await response.arrayBuffer()),
    etag: response.headers.get("etag") ?? "",
  };
}

export const rowsOfCsv = (bytes: Buffer): Released[] =>
  parse(bytes, { columns: true, bom: true }) as Released[];

/** Builds the next version of a release for the given agreements, and opens it. */
export async function nextRelease(
  hub: TestHub,
  agreements: readonly string[],
  previous: string | null,
  more: object = {},
): Promise<string> {
  const built = await hub.ask<{ buildRelease: { code: string } }>(
    "mutation ($input: BuildReleaseInput!) { buildRelease(input: $input) { code } }",
    {
      account: "steward:privacy",
      variables: { input: { agreements, title: "Essai", ...(previous ? { previous } : {}), ...more } },
    },
  );
  if (!built.data) throw new Error(JSON.stringify(built.errors));
  const { code } = built.data.buildRelease;
  const approved = await hub.ask(`mutation { approveRelease(id: "${code}") { status } }`, {
    account: "steward:publish",
  });
  if (approved.errors) throw new Error(JSON.stringify(approved.errors));
  return code;
}

/**
 * The truth behind a release, which the hub tells nobody: what it says of each of its members. Whose row is whose is
 * written nowhere; members of whom it says the same are alike.
 */
export async function truthOf(
  database: TestDatabase,
  release: string,
): Promise<{ toldOfPerson: ReadonlyMap<string, string>; alike: ReadonlyMap<string, number> }> {
  const members = await database.query<{ id: string; told: string }>(
    `SELECT establishment || ' ' || local_id AS id, array_to_string(keys || sensitive, ' ') AS told
     FROM partners.release_member AS member
     JOIN partners.release_combination AS told ON told.release = member.release AND number = combination
     WHERE member.release = $1`,
    [release],
  );
  const alike = new Map<string, number>();
  for (const { told } of members) alike.set(told, (alike.get(told) ?? 0) + 1);
  return { toldOfPerson: new Map(members.map(({ id, told }) => [id, told])), alike };
}

/** A roster row as a record, with its local id in the place of a row id. */
export const asRaw = (partner: Partner): Released => ({
  ...(partner as unknown as Released),
  rowId: partner.id,
});
