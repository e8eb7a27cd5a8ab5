import { hashOf } from "../../shared/canonical-json.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { hubChain, recordEvents } from "../audit/audit-entry.repository.js";
import { AuditEvent } from "../audit/audit-event.js";
import { isDemonstration } from "../submission/demonstration.repository.js";
import type { CoConstructionInput } from "./co-construction.input.js";
import type { CoConstructionRecord } from "./co-construction-record.entity.js";
import type { CoConstructionRecording } from "./co-construction-recording.entity.js";
import { readRecord } from "./co-construction-to-record.js";
import { insertRecord, lastRecord, waitToRecord } from "./co-construction.repository.js";
import { knownIndicator } from "./known-indicator.service.js";

/**
 * Records that partners took part in making an indicator: one more row, which nothing rewrites, and an entry in the
 * hub's audit.
 */
export async function recordCoConstruction(
  context: SubgraphContext,
  code: string,
  given: CoConstructionInput,
): Promise<CoConstructionRecording> {
  const { principal, clock } = context;
  const indicator = await knownIndicator(context, code);
  const read = readRecord(given, dayInToronto(clock()));
  return asCaller(context, async (manager) => {
    const actor = principal.subject;
    if (actor === null) throw new HubError("NOT_ALLOWED");
    await waitToRecord(manager, indicator.code);
    const before = await lastRecord(manager, indicator.code);
    const at = clock();
    const record: CoConstructionRecord = {
      ...read,
      indicator: indicator.code,
      number: (before?.number ?? 0) + 1,
      recordedAt: at,
      isSynthetic: principal.isDevelopment || (await isDemonstration(manager)),
    };
    await insertRecord(manager, record);
    const [receipt = ""] = await recordEvents(manager, [
      {
        chain: hubChain,
        event: AuditEvent.CO_CONSTRUCTION_RECORDED,
        submission: null,
        revision: null,
        subject: indicator.code,
        actor,
        at,
        reason: null,
        vintage: null,
        beforeHash: before === null ? null : hashOf({ ...before }),
        afterHash: hashOf({ ...record }),
      },
    ]);
    return { indicator, record, receipt };
  });
}
