import glpkModule from "glpk.js/node";
import type { ProtectedTable } from "../protected-table.js";
import type { BruteInterval } from "./brute-force.js";

const glpk = await glpkModule();

/** The interval of every hidden figure by GLPK, from the plain equations of what is shown; amounts, not whole numbers. */
export function auditByGlpk({ unknowns, figures }: ProtectedTable): BruteInterval[] {
  const vars = (terms: ProtectedTable["figures"][number]["terms"]) =>
    terms.map(({ unknown, times }) => ({ name: `x${unknown}`, coef: times }));
  const end = (figure: ProtectedTable["figures"][number], direction: number): number | null => {
    const { result } = glpk.solve(
      {
        name: "audit",
        objective: { direction, name: "figure", vars: vars(figure.terms) },
        subjectTo: figures
          .filter(({ isShown }) => isShown)
          .map(({ terms }, rank) => {
            const value = terms.reduce(
              (sum, { unknown, times }) => sum + times * unknowns[unknown]!.value,
              0,
            );
            return {
              name: `row${rank}`,
              vars: vars(terms),
              bnds: { type: glpk.GLP_FX, lb: value, ub: value },
            };
          }),
        bounds: unknowns.map(({ lower, upper }, unknown) => ({
          name: `x${unknown}`,
          type: upper === null ? glpk.GLP_LO : glpk.GLP_DB,
          lb: lower,
          ub: upper ?? 0,
        })),
      },
      { msglev: glpk.GLP_MSG_OFF, presol: true },
    );
    return result.status === glpk.GLP_OPT ? result.z : null;
  };
  return figures
    .filter(({ isShown }) => !isShown)
    .map((figure) => ({ lower: end(figure, glpk.GLP_MIN)!, upper: end(figure, glpk.GLP_MAX) }));
}
