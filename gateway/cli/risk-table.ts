import Table from "cli-table3";
import type { MeasuredRisk } from "../../subgraphs/offline.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { printable } from "./problem-table.js";
import type { Words } from "../figures-file/problem.js";
import type { RiskColumns } from "./risk-columns.js";

// Eleven is the fewest that the hub releases.
const bands = [
  { from: 1, to: 1 },
  { from: 2, to: 4 },
  { from: 5, to: 10 },
  { from: 11, to: Number.POSITIVE_INFINITY },
] as const;

/** What was measured, for people. */
export function riskTable(measured: MeasuredRisk, columns: RiskColumns, language: TerminalLanguage): string {
  const told = (words: Words): string => inLanguage(words, language);
  const locale = `${language}-CA`;
  const whole = new Intl.NumberFormat(locale).format;
  const fine = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format;
  const { records, classes, k, averageRisk, maximumRisk, diversity } = measured;
  const risk =
    columns.weights === null
      ? { fr: "1 / taille de la classe", en: "1 / size of the class" }
      : { fr: "risque individuel, selon les poids", en: "individual risk, by the weights" };
  const table = new Table({ style: { head: [], border: [] } });
  table.push(
    [told({ fr: "clés", en: "keys" }), columns.keys.map(printable).join(", ")],
    [told({ fr: "fiches", en: "records" }), whole(records)],
    [told({ fr: "combinaisons des clés", en: "combinations of the keys" }), whole(classes)],
    [told({ fr: "k, plus petite classe", en: "k, smallest class" }), whole(k)],
    ...bands.map(({ from, to }) => {
      const size = to === from ? `${from}` : Number.isFinite(to) ? `${from}–${to}` : `${from} +`;
      const held = measured.classSizes.filter((one) => one >= from && one <= to).length;
      return [
        told({ fr: `fiches dans une classe de ${size}`, en: `records in a class of ${size}` }),
        `${whole(held)} (${percent(held / records)})`,
      ];
    }),
    [told({ fr: "risque, par fiche", en: "risk of a record" }), told(risk)],
    [told({ fr: "risque moyen", en: "average risk" }), percent(averageRisk)],
    [told({ fr: "risque le plus élevé", en: "maximum risk" }), percent(maximumRisk)],
    [
      told({ fr: "fiches que l'on s'attend à retrouver", en: "records expected to be found again" }),
      `${fine(averageRisk * records)} / ${whole(records)}`,
    ],
    ...diversity.map(({ column, l, t }) => [printable(column), `l = ${whole(l)}, t = ${fine(t)}`]),
  );
  return table.toString();
}
