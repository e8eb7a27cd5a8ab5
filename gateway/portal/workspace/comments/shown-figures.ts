import { toldInChart } from "../../indicator/chart-of-values.js";
import type { Language } from "../../language.js";
import { placeName } from "../../indicator/places.js";
import { wordsOf } from "../../parts/text.js";
import { figureSays } from "../../parts/words.js";
import type { Option } from "../stewardship/parts/fields.js";
import type { PortalCommentedFiguresQuery } from "./commented-figures.operation.js";
import { commentsWords } from "./words.js";

type Indicator = NonNullable<PortalCommentedFiguresQuery["qualityIndicator"]>;
type Value = Indicator["observations"][number];

/** What names a figure of an indicator and a campaign, as a form sends it. */
export interface FigureChosen {
  readonly level: Value["area"]["level"];
  readonly area: string;
  readonly category: string | null;
  readonly vintage: string | null;
}

// No code holds this mark.
const mark = "|";

/** The figure as the value of an option. */
export const valueOf = ({ level, area, category, vintage }: FigureChosen): string =>
  [level, area, category ?? "", vintage ?? ""].join(mark);

/** Reads the value of an option; what is none names a figure that the hub refuses. */
export function chosenIn(value: string): FigureChosen {
  const [level = "", area = "", category = "", vintage = ""] = value.split(mark);
  return {
    level: level as FigureChosen["level"],
    area,
    category: category || null,
    vintage: vintage || null,
  };
}

/**
 * The figures that can be chosen: those of all Québec, of groups and of regions, and of the establishments given. What
 * several documents print of one thing is one choice.
 */
export function figureOptions(
  { observations, categories }: Indicator,
  establishments: readonly (string | null | undefined)[],
  language: Language,
): Option[] {
  const say = commentsWords(language);
  const labels = new Map<
    string,
    { readonly name: string; readonly values: string[]; readonly end: string }
  >();
  for (const value of observations) {
    const { area, category, vintage, status, origin } = value;
    // What was not asked in a campaign is told, and published nowhere.
    if (status === "NOT_ASKED" && vintage === null) continue;
    if (area.level === "ESTABLISHMENT" && !establishments.includes(area.code)) continue;
    const key = valueOf({ level: area.level, area: area.code, category, vintage });
    const told = toldInChart(value, language);
    const known = labels.get(key);
    if (known) {
      if (!known.values.includes(told)) known.values.push(told);
      continue;
    }
    const label = categories.find(({ code }) => code === category)?.label;
    const words = category === null ? [] : [label ? wordsOf(label, language) : category];
    const shownIn = vintage === null ? say("printed") : say("vintage", { vintage });
    labels.set(key, {
      name: [placeName(area, language), ...words].join(" · "),
      values: [told],
      end: origin === "SYNTHETIC" ? `${shownIn} · ${figureSays(language)("synthetic")}` : shownIn,
    });
  }
  return [...labels].map(([value, { name, values, end }]) => ({
    value,
    label: [name, values.filter(Boolean).join(" ; "), end].filter(Boolean).join(" · "),
  }));
}
