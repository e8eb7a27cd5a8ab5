import { hashOf } from "../../shared/canonical-json.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import { hubChain, recordEvents } from "../audit/audit-entry.repository.js";
import { findIndicatorsByCode } from "../indicator/indicator.repository.js";
import type { Transaction } from "../submission/submission.repository.js";
import type { DefineIndicatorInput } from "./define-indicator.input.js";
import { type DefineIndicatorResult, DefinitionStatus } from "./define-indicator-result.entity.js";
import {
  findDefinition,
  insertDefinition,
  type NewDefinition,
  saysTheSame,
  updateDefinition,
  waitToDefine,
} from "./definition.repository.js";
import { figuresOfDefinition } from "./figures-of-definition.service.js";
import { readAround } from "./read-around.service.js";
import { readDefinition } from "./read-definition.js";

/**
 * Defines an indicator: version 1 of a new one, the next version of a known one, with an entry in the hub's audit.
 * Everything to mend is told in one pass, and then nothing is written. A dry run tells what each campaign would give.
 */
export async function defineIndicator(
  context: SubgraphContext,
  input: DefineIndicatorInput,
): Promise<DefineIndicatorResult> {
  const actor = context.principal.subject;
  if (actor === null) throw new HubError("NOT_ALLOWED");
  const { known, asked } = await readAround(context, input);
  const { part: definition, issues } = readDefinition(input, known, asked);
  if (definition === null) return { ...nothing, status: DefinitionStatus.REJECTED, issues };
  if (input.dryRun) return tryDefinition(context, definition);
  const kept = await asCaller(context, (manager) => keep(manager, context, actor, definition));
  const [indicator = null] = await findIndicatorsByCode(context, [definition.code]);
  return { ...nothing, ...kept, indicator };
}

const nothing: Omit<DefineIndicatorResult, "status"> = {
  version: null,
  indicator: null,
  issues: [],
  figures: [],
  receipt: null,
};

async function tryDefinition(
  context: SubgraphContext,
  definition: NewDefinition,
): Promise<DefineIndicatorResult> {
  const before = await asCaller(context, (manager) => findDefinition(manager, definition.code));
  const version = (before?.version ?? 0) + 1;
  const figures = await figuresOfDefinition(context, { ...definition, version });
  return { ...nothing, status: DefinitionStatus.VALID, version, figures };
}

async function keep(
  manager: Transaction,
  context: SubgraphContext,
  actor: string,
  definition: NewDefinition,
): Promise<Pick<DefineIndicatorResult, "status" | "version" | "receipt">> {
  await waitToDefine(manager, definition.code);
  const before = await findDefinition(manager, definition.code);
  // Sent again after a lost answer, a definition makes no further version.
  if (before !== null && saysTheSame(before.row, definition))
    return { status: DefinitionStatus.UNCHANGED, version: before.version, receipt: null };
  const version = (before?.version ?? 0) + 1;
  const at = context.clock();
  if (before === null) await insertDefinition(manager, definition, definedOn(dayInToronto(at)));
  else await updateDefinition(manager, definition, version);
  const [receipt] = await recordEvents(manager, [
    {
      chain: hubChain,
      event: AuditEvent.INDICATOR_DEFINED,
      submission: null,
      revision: null,
      subject: definition.code,
      actor,
      at,
      reason: null,
      vintage: null,
      beforeHash: before && hashOf(before.row),
      afterHash: hashOf((await findDefinition(manager, definition.code))?.row ?? {}),
    },
  ]);
  return { status: DefinitionStatus.DEFINED, version, receipt: receipt ?? null };
}

/** Where an indicator comes from that no document holds. */
const definedOn = (day: string): object => ({
  document: "HUB",
  edition: null,
  section: "Défini par une personne responsable de la publication",
  quote: null,
  method: "MANUAL",
  extractedAt: day,
  licence: "UNSTATED",
  status: "VERIFIED",
});
