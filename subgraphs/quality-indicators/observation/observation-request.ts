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
export const keyOfRequest = ({ indicator, campaign, level, area, asOf }: ObservationRequest): string =>
  JSON.stringify({ indicator, campaign, level, area, asOf });

/** A request as PostgreSQL gets it. */
export interface RequestRow extends Omit<ObservationRequest, "level" | "asOf"> {
  readonly key: string;
  readonly levels: readonly ObservationLevel[];
  readonly as_of: string | undefined;
  readonly known_before: string | undefined;
}

/** The rows that a batch of requests is sent to PostgreSQL as. */
export const rowsOfRequests = (keys: readonly string[]): RequestRow[] =>
  keys.map((key) => {
    const { indicator, campaign, level, area, asOf } = JSON.parse(key) as ObservationRequest;
    const knownBefore = asOf === undefined ? undefined : endOfDayInToronto(asOf).toISOString();
    const levels = level === undefined ? Object.values(ObservationLevel) : [level];
    return { key, indicator, campaign, levels, area, as_of: asOf, known_before: knownBefore };
  });
