import { endOfDayInToronto } from "../../shared/clock.js";
import { ObservationLevel } from "./observation.entity.js";

/** What one field asks of the observations; as text it is the key of a loader. */
export interface ObservationRequest {
  readonly indicator?: string | undefined;
  readonly campaign?: string | undefined;
  readonly level?: ObservationLevel | undefined;
  readonly area?: string | undefined;
  /** The day whose end is asked about: nothing that appeared later is answered. */
  readonly asOf?: string | undefined;
}

/** The key of a request: requests for the same thing have the same key. */
export const keyOfRequest = (request: ObservationRequest): string => keyOfArea(textOf(request), request.area);

// The objects of a list ask for the same, each of its own area.
let last: { readonly of: ObservationRequest; readonly text: string } | null = null;

function textOf({ indicator, campaign, level, asOf }: ObservationRequest): string {
  const isLast =
    last !== null &&
    last.of.indicator === indicator &&
    last.of.campaign === campaign &&
    last.of.level === level &&
    last.of.asOf === asOf;
  if (!isLast) {
    const of = { indicator, campaign, level, asOf };
    last = { of, text: JSON.stringify(of) };
  }
  return last!.text;
}

// Text as JSON holds no line break.
const keyOfArea = (request: string, area: string | undefined): string => `${request}\n${area ?? ""}`;

/** Requests that differ by their area alone, as PostgreSQL gets them. */
export interface RequestRow extends Pick<ObservationRequest, "indicator" | "campaign"> {
  readonly number: number;
  readonly levels: readonly ObservationLevel[];
  readonly areas: readonly string[];
  readonly as_of: string | undefined;
  readonly known_before: string | undefined;
}

/** A batch of requests: what is sent to PostgreSQL, and what each row of its answer answers. */
export interface RequestBatch {
  readonly rows: readonly RequestRow[];
  /** The day that the request of a row asks about. */
  asOfOf(number: number): string | undefined;
  /** The key of the request of a row that is found by its area. */
  keyOf(number: number, area: string | undefined): string;
}

/** Puts the requests of the given keys together, by what they have in common but their area. */
export function batchOf(keys: readonly string[]): RequestBatch {
  const areas = new Map<string, string[]>();
  for (const key of keys) {
    const end = key.indexOf("\n");
    const request = key.slice(0, end);
    const known = areas.get(request);
    if (known) known.push(key.slice(end + 1));
    else areas.set(request, [key.slice(end + 1)]);
  }
  const requests = [...areas.keys()];
  const rows = requests.map((request, number) => rowOf(request, number, areas.get(request) ?? []));
  return {
    rows,
    asOfOf: (number) => rows[number]?.as_of,
    keyOf: (number, area) => keyOfArea(requests[number] ?? "", area),
  };
}

function rowOf(request: string, number: number, areas: readonly string[]): RequestRow {
  const { indicator, campaign, level, asOf } = JSON.parse(request) as ObservationRequest;
  const levels = level === undefined ? Object.values(ObservationLevel) : [level];
  const knownBefore = asOf === undefined ? undefined : endOfDayInToronto(asOf).toISOString();
  return { number, indicator, campaign, levels, areas, as_of: asOf, known_before: knownBefore };
}
