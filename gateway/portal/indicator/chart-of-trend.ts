import type { LineAsked } from "../charts/line-options.js";
import { wordsOf } from "../parts/text.js";
import { figureSays, type ValueOf, wordFor } from "../parts/words.js";
import { amount } from "./chart-of-values.js";
import type { ShownIndicator } from "./shown-indicator.js";
import type { Trend } from "./values-shown.js";
import { indicatorWords } from "./words.js";

type Point = Trend["points"][number];

// What keeps a direction from being told, and says nothing of whether two campaigns compare.
const ofTooFew: ReadonlySet<ValueOf<"TrendReasonCode">> = new Set([
  "TOO_FEW_POINTS",
  "NOT_ASKED",
  "NO_VALUE",
]);

const isValued = ({ observation }: Point): boolean =>
  observation.status === "OBSERVED" && observation.value !== null;

/** True when both points have a value, of the same unit, both real or both synthetic, and nothing breaks the series between them. */
export const compares = (former: Point, later: Point, reasons: Trend["reasons"]): boolean =>
  isValued(former) &&
  isValued(later) &&
  former.observation.unit === later.observation.unit &&
  (former.observation.origin === "SYNTHETIC") === (later.observation.origin === "SYNTHETIC") &&
  !reasons.some(
    ({ code, campaigns }) =>
      !ofTooFew.has(code) &&
      [former, later].every(({ campaign }) => campaigns.length === 0 || campaigns.includes(campaign)),
  );

/** The line of a trend; null when no two campaigns that follow each other compare. */
export function trendLine({ language, indicator, values }: ShownIndicator): LineAsked | null {
  const say = indicatorWords(language);
  const { points, reasons } = values.trend;
  const marks = points.map((point, place) => {
    const { campaign, observation } = point;
    const former = points[place - 1];
    const { status, value, unit, origin } = observation;
    return {
      label: origin === "SYNTHETIC" ? `${campaign}\n${figureSays(language)("synthetic")}` : campaign,
      value: isValued(point) ? value : null,
      told:
        value === null || !isValued(point)
          ? wordFor(language, "ObservationStatus", status)
          : amount(language, unit, value),
      isJoined: former !== undefined && compares(former, point, reasons),
    };
  });
  if (!marks.some(({ isJoined }) => isJoined)) return null;
  const unit = points.find(isValued)?.observation.unit ?? indicator.unit;
  const named = marks.map(({ label, ...mark }) => ({ ...mark, label: label.replace("\n", ", ") }));
  return {
    title: `${wordsOf(indicator.name, language)} – ${say("trend")}`,
    description: say("lineDescription", {
      rows: named.map(({ label, told }) => `${label}, ${told}`).join(" ; "),
      joined: named
        .flatMap(({ label, isJoined }, place) =>
          isJoined ? [say("lineFromTo", { from: named[place - 1]?.label ?? "", to: label })] : [],
        )
        .join(" ; "),
    }),
    marks,
    max: unit === "PERCENT" && marks.every(({ value }) => (value ?? 0) <= 100) ? 100 : null,
    axisLabel: (value) => amount(language, unit, value),
  };
}
