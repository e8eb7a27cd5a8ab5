import type { FileProtection, TableFile } from "../../subgraphs/offline.js";
import { printable } from "./problem-table.js";
import type { Words } from "../figures-file/problem.js";

/** The codes of a cell, as a terminal may show them. */
export const nameOfCell = ({ at }: Pick<TableFile, "at">, figure: number): string =>
  printable(Object.values(at(figure)).join(" · "));

/** The cells that nothing protects, and who or what tells them. */
export function unprotectedCells(
  file: Pick<TableFile, "at">,
  unprotected: FileProtection["protection"]["unprotected"],
): Words[] {
  return unprotected.map(({ figure, insider, toldBy }) => {
    const cells = toldBy.map((other) => nameOfCell(file, other)).join(", ");
    const [by, par] =
      toldBy.length === 0
        ? ["", ""]
        : toldBy.length === 1
          ? [` from the cell ${cells}`, ` d'après la cellule ${cells}`]
          : [` from the cells ${cells}`, ` d'après les cellules ${cells}`];
    const who: Words =
      insider === null
        ? { fr: "chacun la calcule de trop près", en: "everybody computes it too closely" }
        : {
            fr: `le contributeur ${printable(insider)} la calcule de trop près`,
            en: `the contributor ${printable(insider)} computes it too closely`,
          };
    return {
      fr: `Impossible de protéger la cellule ${nameOfCell(file, figure)} : quoi qu'on masque, ${who.fr}${par}. Regroupez-la avec une autre.`,
      en: `The cell ${nameOfCell(file, figure)} cannot be protected: whatever is hidden, ${who.en}${by}. Merge it with another one.`,
    };
  });
}
