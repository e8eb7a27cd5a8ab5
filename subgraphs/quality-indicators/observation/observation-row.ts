import { dayInToronto } from "../../shared/clock.js";
import type { LocalizedText } from "../../shared/localized-text.js";
import type { DataOrigin } from "../../shared/data-origin.js";
import type { Provenance } from "../../shared/provenance.js";
import type { Basis, Unit } from "../indicator/measure.js";
import { absenceReasonOf } from "./absence-reason.js";
import {
  type AbsenceReason,
  type Observation,
  type ObservationLevel,
  ObservationStatus,
} from "./observation.entity.js";
import type { Period } from "./period.js";
import { province } from "./province.js";

/** One row of the statements that read observations. */
export interface ObservationRow {
  /** The number of the request that it answers, among those of its statement. */
  readonly request: number;
  readonly indicator: string;
  readonly indicator_version: number;
  readonly campaign: string;
  readonly period: Period;
  readonly level: ObservationLevel;
  readonly area: string;
  readonly area_name: LocalizedText | null;
  readonly category: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string | null;
  readonly unit: Unit;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly count_inferred: boolean;
  readonly bases: Observation["bases"];
  readonly compared_with: Observation["comparedWith"];
  readonly basis: Basis;
  readonly status: ObservationStatus;
  readonly reason: string | null;
  readonly origin: DataOrigin;
  readonly provenance: Provenance;
  readonly vintage: string | null;
  readonly contradictions: string[];
  readonly note: LocalizedText | null;
  /** Set when the vintage of the row was withdrawn. */
  readonly withdrawal: { readonly at: string | null; readonly reason: LocalizedText | null } | null;
}

/** An observation and the request that it answers. */
export interface AnsweredObservation {
  readonly key: string;
  readonly observation: Observation;
}

/** The observation that a row stands for; a withdrawn one keeps its place and loses its values. */
export function observationOf(row: ObservationRow): Observation {
  const isWithdrawn = row.withdrawal !== null;
  const shown = <Value>(value: Value): Value | null => (isWithdrawn ? null : value);
  const status = isWithdrawn ? ObservationStatus.WITHDRAWN : row.status;
  return {
    indicator: row.indicator,
    indicatorVersion: row.indicator_version,
    campaign: row.campaign,
    period: row.period,
    area: row.area === province.code ? province : { level: row.level, code: row.area, name: row.area_name },
    category: row.category,
    value: shown(row.value),
    low: shown(row.low),
    high: shown(row.high),
    text: shown(row.text),
    unit: row.unit,
    numerator: shown(row.numerator),
    denominator: shown(row.denominator),
    countInferred: row.count_inferred,
    bases: isWithdrawn ? [] : row.bases,
    comparedWith: row.compared_with,
    basis: row.basis,
    status,
    absence: status === ObservationStatus.OBSERVED ? null : absenceOf(row),
    origin: row.origin,
    provenance: row.provenance,
    vintage: row.vintage,
    contradictionIds: row.contradictions,
    note: row.note,
  };
}

function absenceOf({ withdrawal, note, reason, vintage }: ObservationRow): AbsenceReason | null {
  if (withdrawal !== null) {
    const day = withdrawal.at === null ? "" : dayInToronto(new Date(withdrawal.at));
    const why = withdrawal.reason;
    return {
      code: "VINTAGE_WITHDRAWN",
      fr: `Édition ${vintage ?? ""} retirée le ${day}${why ? ` : ${why.fr}` : "."}`,
      en: `Vintage ${vintage ?? ""} withdrawn on ${day}${why ? `: ${why.en ?? why.fr}` : "."}`,
    };
  }
  if (note !== null) return { code: reason ?? note.fr, fr: note.fr, en: note.en ?? note.fr };
  return reason === null ? null : absenceReasonOf(reason);
}
