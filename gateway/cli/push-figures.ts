import { hashOf } from "../../subgraphs/offline.js";
import type { HubClient } from "../sdk/client.js";
import { type SentResult, submitYearlyFigures, type YearlyFigures } from "../sdk/operations.js";
import type { Sending } from "./checked-file.js";
import type { OfficeFigures } from "../figures-file/read-figures.js";

/** How figures are sent: what the command was told. */
export interface PushOptions extends Sending {
  /** Null: the hash of what is sent, so that the same command sent twice is one push. */
  readonly key: string | null;
  readonly baseRevision: number | null;
}

/** What the hub answered for one office. */
export interface OfficeResult {
  readonly office: OfficeFigures;
  readonly result: SentResult;
  readonly isReplay: boolean;
}

/** What is sent for one office. */
export function figuresToSend(
  { campaign, establishment, office, answers }: OfficeFigures,
  { key, ...told }: PushOptions,
): YearlyFigures {
  const content = { campaign, establishment, office, ...told, answers };
  return { ...content, idempotencyKey: key ?? hashOf(content) };
}

/** Sends the figures of each office, one push each, and tells each answer as it comes. */
export async function pushFigures(
  hub: HubClient,
  offices: Iterable<OfficeFigures>,
  options: PushOptions,
  onResult: (result: OfficeResult, count: number) => void,
): Promise<void> {
  let count = 0;
  for (const office of offices) {
    const { data, isReplay } = await hub.ask(submitYearlyFigures, { input: figuresToSend(office, options) });
    count += 1;
    onResult({ office, result: data.submitYearlyFigures, isReplay }, count);
  }
}
