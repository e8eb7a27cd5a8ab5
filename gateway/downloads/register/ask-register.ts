import type { FastifyInstance } from "fastify";
import type { Told } from "../indicators/published-indicators.js";

/** One line of the register: something that was made known, or what became of it. */
export interface RegisterLine {
  readonly register: "RELEASES" | "PUBLICATIONS";
  readonly act: string;
  /** Instant, in UTC. */
  readonly at: string;
  readonly by: string;
  /** Code of the release or of the vintage; null for an act that is about neither. */
  readonly product: string | null;
  readonly replaces: string | null;
  readonly purpose: Told | null;
  readonly method: string | null;
  readonly variables: readonly string[];
  readonly parameters: object | null;
  readonly measured: object | null;
  /** The day by which the risk is assessed again, YYYY-MM-DD. */
  readonly reassessOn: string | null;
}

/** The authenticated door did not give the register; its own words say why. */
export class RegisterRefused extends Error {
  constructor(
    readonly status: number,
    readonly errors: readonly unknown[],
  ) {
    super("the register was refused");
  }
}

const pageLength = 100;

const releases = `query ($after: Int!) { lines: releaseRegister(first: ${pageLength}, after: $after) {
  entry act at by release previous purpose { fr en } method { fr } variables reassessOn partners
  report { k classes averageRisk maximumRisk recordsIn recordsKept recordsSuppressed informationLoss
    generalisation { key level } diversity { column l t } policy { k keep l t } }
} }`;

const publications = `{ lines: publicationRegister {
  kind at by vintage replaces purpose { fr en } method reassessOn
  parameters { threshold sensitiveThreshold width dominancePercent smallestGroup totalsExempt }
  risk { observations withheld { reason count } judged insiders narrowest alreadyTold }
} }`;

interface ReleaseEntry extends Pick<
  RegisterLine,
  "act" | "at" | "by" | "purpose" | "variables" | "reassessOn"
> {
  readonly entry: number;
  readonly release: string | null;
  readonly previous: string | null;
  readonly method: { readonly fr: string } | null;
  /** Of an act on persons: how many. */
  readonly partners: number | null;
  readonly report: { readonly policy: object; readonly generalisation: object } | null;
}

interface PublicationEntry extends Pick<
  RegisterLine,
  "at" | "by" | "purpose" | "method" | "replaces" | "parameters" | "reassessOn"
> {
  readonly kind: string;
  readonly vintage: string;
  readonly risk: object | null;
}

/** The whole register, asked of the authenticated door with the caller's own token; throws RegisterRefused. */
export async function askRegister(app: FastifyInstance, authorization: string): Promise<RegisterLine[]> {
  async function ask<Line>(query: string, variables: object): Promise<readonly Line[]> {
    const answered = await app.inject({
      method: "POST",
      url: "/graphql/authenticated",
      headers: { authorization },
      payload: { query, variables },
    });
    const { data, errors } = answered.json<{
      data?: { lines: readonly Line[] } | null;
      errors?: readonly { extensions?: { family?: string } }[];
    }>();
    if (data && !errors) return data.lines;
    const isTheirs = errors?.every(({ extensions }) => extensions?.family === "NOT_ALLOWED");
    throw new RegisterRefused(
      answered.statusCode >= 400 ? answered.statusCode : isTheirs ? 403 : 503,
      errors ?? [],
    );
  }
  const released: ReleaseEntry[] = [];
  for (;;) {
    const page = await ask<ReleaseEntry>(releases, { after: released.at(-1)?.entry ?? 0 });
    released.push(...page);
    if (page.length < pageLength) break;
  }
  const published = await ask<PublicationEntry>(publications, {});
  return [...released.map(lineOfRelease), ...published.map(lineOfPublication)].sort((left, right) =>
    left.at < right.at ? -1 : Number(left.at > right.at),
  );
}

function lineOfRelease({
  release,
  previous,
  method,
  report,
  partners,
  ...entry
}: ReleaseEntry): RegisterLine {
  const { act, at, by, purpose, variables, reassessOn } = entry;
  const { policy, generalisation, ...measured } = report ?? {};
  return {
    register: "RELEASES",
    act,
    at,
    by,
    product: release,
    replaces: previous,
    purpose,
    method: method?.fr ?? null,
    variables,
    parameters: report === null ? null : { ...policy, generalisation },
    measured: report === null ? (partners === null ? null : { partners }) : measured,
    reassessOn,
  };
}

const lineOfPublication = ({ kind, vintage, risk, ...entry }: PublicationEntry): RegisterLine => ({
  register: "PUBLICATIONS",
  act: kind,
  at: entry.at,
  by: entry.by,
  product: vintage,
  replaces: entry.replaces,
  purpose: entry.purpose,
  method: entry.method,
  variables: [],
  parameters: entry.parameters,
  measured: risk,
  reassessOn: entry.reassessOn,
});
