import type { Highs, Model } from "highs";
import { loadHighs } from "../solver/load-highs.js";

/** Bounds and price of a number to find. */
export interface Column {
  readonly lower: number;
  readonly upper: number;
  readonly cost: number;
  readonly isWhole?: boolean;
}

/** A sum that must stay between two bounds. */
export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly entries: readonly { readonly column: number; readonly times: number }[];
}

/** The cheapest point; its duals say what one more of each row is worth. */
export interface Solution {
  readonly cost: number;
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  readonly duals: Float64Array;
}

// As HiGHS numbers them.
const dualSimplex = 1;
const primalSimplex = 4;

let loading: Promise<Highs> | undefined;

/** A linear program that is kept between two questions, so that the next answer starts from the last one. */
export class LinearModel {
  private constructor(
    private readonly model: Model,
    private readonly isOptimal: (status: number) => boolean,
  ) {}

  static async of(columns: readonly Column[], rows: readonly Row[]): Promise<LinearModel> {
    const highs = await (loading ??= loadHighs());
    const entries = rows.flatMap((row) => row.entries);
    const starts = [0];
    for (const row of rows) starts.push(starts.at(-1)! + row.entries.length);
    const isWhole = columns.some((column) => column.isWhole);
    const model = highs.createModel({
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(({ lower }) => lower),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: columns.length,
        starts,
        indices: entries.map(({ column }) => column),
        values: entries.map(({ times }) => times),
      },
      ...(isWhole ? { integrality: columns.map((column) => (column.isWhole ? 1 : 0)) } : {}),
    });
    // A limit of nodes, not of time: the same table is always protected the same way. Nearly all coefficients are 1:
    // there is nothing to scale, and looking for it takes time.
    model.options.set({
      output_flag: false,
      simplex_scale_strategy: 0,
      ...(isWhole ? { mip_max_nodes: 2_000, mip_rel_gap: 0 } : {}),
    });
    const { optimal } = highs.constants.modelStatus;
    return new LinearModel(model, (status) => status === optimal);
  }

  setCost(column: number, cost: number): void {
    this.model.changeColCost(column, cost);
  }

  setColumn(column: number, lower: number, upper: number): void {
    this.model.changeColBounds(column, lower, upper);
  }

  setRow(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, lower, upper);
  }

  addRow({ lower, upper, entries }: Row): void {
    this.model.addRow(lower, upper, {
      indices: entries.map(({ column }) => column),
      values: entries.map(({ times }) => times),
    });
  }

  /**
   * The cheapest point; null when there is none, or none was proved within the limits. Where only prices have changed
   * since the last answer, that is where the primal method starts: half the time of the dual one.
   */
  solve(since: "bounds" | "prices" = "bounds"): Solution | null {
    this.model.options.set("simplex_strategy", since === "prices" ? primalSimplex : dualSimplex);
    const { modelStatus } = this.model.run();
    if (!this.isOptimal(modelStatus)) return null;
    const { colValue, rowValue, rowDual } = this.model.getSolution();
    return { cost: this.model.getObjectiveValue(), columns: colValue, rows: rowValue, duals: rowDual };
  }

  /** How many steps of the simplex method the last answer took. */
  get iterations(): number {
    return Number(this.model.info.get("simplex_iteration_count"));
  }

  dispose(): void {
    this.model.dispose();
  }
}
