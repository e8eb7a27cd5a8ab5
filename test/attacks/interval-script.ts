import glpkModule from "glpk.js/node";
import type { OfficeAnswer, PublicFigure } from "./public-tables.js";

const glpk = await glpkModule();

/** A small number of persons at an office that nobody should find. */
export interface Secret {
  readonly office: string;
  readonly what: "active" | "bank" | "rest";
  readonly value: number;
}

/** The numbers from 1 to 4 behind the tables; who is in the bank and not active counts as well. */
export const secretsIn = (answers: readonly OfficeAnswer[]): Secret[] =>
  answers.flatMap(({ office, bank, active }) =>
    (
      [
        { office, what: "active", value: active },
        { office, what: "bank", value: bank },
        { office, what: "rest", value: bank - active },
      ] as const
    ).filter(({ value }) => value > 0 && value < 5),
  );

/** What a reader of one vintage has: its figures, and which offices are counted in it. */
export interface ReadVintage {
  readonly figures: readonly PublicFigure[];
  /** Offices whose numbers differ from those of the first vintage, if the reader has learnt which. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Differencing: the interval of each secret from all sums that are published, of every area and vintage, by linear
 * programming. A contributor puts in its own numbers too. Where reasons tell small counts from what protects them, who
 * reads them knows of a row held back as SMALL_COUNT that 1 to 4 are active or 1 to 4 are not; of one held back as
 * COMPLEMENTARY, that both are 0 or 5 at least.
 */
export function intervalsOf(
  secrets: readonly Secret[],
  vintages: readonly ReadVintage[],
  offices: readonly string[],
  areas: ReadonlyMap<string, ReadonlySet<string>>,
  own: readonly OfficeAnswer[] = [],
  reasons: ReadonlyMap<string, string> = new Map(),
): { lower: number; upper: number }[] {
  const name = (office: string, what: string, vintage: number): string =>
    `${what}_${offices.indexOf(office)}_${vintages[vintage]!.changed.has(office) ? vintage : 0}`;
  const names = new Set<string>();
  const rows: { name: string; vars: { name: string; coef: number }[]; bnds: object }[] = [];
  const fix = (vars: { name: string; coef: number }[], value: number): void => {
    for (const variable of vars) names.add(variable.name);
    rows.push({ name: `r${rows.length}`, vars, bnds: { type: glpk.GLP_FX, lb: value, ub: value } });
  };
  vintages.forEach(({ figures }, vintage) => {
    for (const { indicator, level, area, value, numerator, denominator } of figures) {
      const inside = offices.filter((office) => areas.get(office)!.has(`${level} ${area}`));
      const tell = (what: string, sum: number | null): void => {
        if (sum !== null && inside.length > 0)
          fix(
            inside.map((office) => ({ name: name(office, what, vintage), coef: 1 })),
            sum,
          );
      };
      if (indicator === "IQP-05") tell("bank", value);
      if (indicator === "IQP-06") tell("active", value);
      if (indicator === "IQP-07") {
        tell("active", numerator);
        tell("bank", denominator);
      }
      if (indicator === "IQP-09") tell("active", denominator);
    }
    for (const office of offices)
      if (vintage === 0 || vintages[vintage]!.changed.has(office))
        fix(
          [
            { name: name(office, "bank", vintage), coef: 1 },
            { name: name(office, "active", vintage), coef: -1 },
            { name: name(office, "rest", vintage), coef: -1 },
          ],
          0,
        );
  });
  for (const { office, bank, active } of own) {
    fix([{ name: name(office, "bank", 0), coef: 1 }], bank);
    fix([{ name: name(office, "active", 0), coef: 1 }], active);
  }
  const binaries: string[] = [];
  const most = 5_000;
  const within = (
    variable: string,
    coef: number,
    flag: string,
    [lower, upper]: readonly [number, number],
  ): void => {
    rows.push({
      name: `r${rows.length}`,
      vars: [
        { name: variable, coef: 1 },
        { name: flag, coef },
      ],
      bnds: { type: glpk.GLP_DB, lb: lower, ub: upper },
    });
  };
  for (const [office, reason] of reasons) {
    const [active, rest] = [name(office, "active", 0), name(office, "rest", 0)];
    const flag = `flag${binaries.length}`;
    binaries.push(flag);
    if (reason === "SMALL_COUNT") {
      // The flag up: 1 to 4 are active; down: 1 to 4 are not.
      within(active, most, flag, [0, most + 4]);
      within(active, -1, flag, [0, most]);
      within(rest, -most, flag, [-most, 4]);
      within(rest, 1, flag, [1, most]);
    } else if (reason === "COMPLEMENTARY") {
      // Either flag up: 5 at least; down: none.
      const other = `flag${binaries.length}`;
      binaries.push(other);
      for (const [variable, own] of [
        [active, flag],
        [rest, other],
      ] as const) {
        within(variable, -5, own, [0, most]);
        within(variable, -most, own, [-most, 0]);
      }
    }
  }
  const end = (variable: string, direction: number): number => {
    const { result } = glpk.solve(
      {
        name: "differencing",
        objective: { direction, name: "secret", vars: [{ name: variable, coef: 1 }] },
        subjectTo: rows as never,
        ...(binaries.length > 0 ? { binaries } : {}),
        bounds: [...names].map((each) => ({ name: each, type: glpk.GLP_LO, lb: 0, ub: 0 })),
      },
      { msglev: glpk.GLP_MSG_OFF, presol: true },
    );
    if (result.status === glpk.GLP_OPT) return result.z;
    return direction === glpk.GLP_MAX ? Infinity : 0;
  };
  return secrets.map(({ office, what }) => {
    const variable = name(office, what, vintages.length - 1);
    return { lower: end(variable, glpk.GLP_MIN), upper: end(variable, glpk.GLP_MAX) };
  });
}
