/** One row of a chart: a value, a range, or why there is neither. */
export interface ChartRow {
  readonly label: string;
  readonly value: number | null;
  /** Both ends of a range that is itself the value; the high one is null for « more than ». */
  readonly low: number | null;
  readonly high: number | null;
  /** Both ends of the interval around a share. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** What is written beside the mark, or in its place where there is no value. */
  readonly told: string;
  /** A second value of the same row, drawn as a diamond. */
  readonly other: number | null;
}

/** A chart as it is asked for. */
export interface ChartAsked {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly ChartRow[];
  /** The end of the axis; null where the values decide. */
  readonly max: number | null;
  /** Writes a number of the axis. */
  readonly axisLabel: (value: number) => string;
}

/** How wide a chart is drawn: text must stay readable without being scaled down. */
export interface ChartLayout {
  readonly name: "wide" | "narrow";
  readonly width: number;
  /** Width of the column of labels; null where they stand above the marks. */
  readonly labels: number | null;
  readonly rowHeight: number;
}

export const chartLayouts: readonly ChartLayout[] = [
  { name: "wide", width: 720, labels: 290, rowHeight: 34 },
  { name: "narrow", width: 300, labels: null, rowHeight: 52 },
];
