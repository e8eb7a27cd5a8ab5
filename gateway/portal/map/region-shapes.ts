/** How a health region is drawn: its outline, and the middle of its label. */
export interface RegionShape {
  readonly code: string;
  /** SVG path data, in the units of the drawing. */
  readonly outline: string;
  readonly label: readonly [x: number, y: number];
}

/** The tiles' size and the space between them, in the units of the drawing. */
export const tile = { width: 132, height: 112, gap: 6 } as const;

// A tile a region, column and row about where the region lies: the North above, the river's mouth to the right.
const places: readonly (readonly [code: string, column: number, row: number])[] = [
  ["RSS-01", 5, 3],
  ["RSS-02", 4, 2],
  ["RSS-03", 4, 3],
  ["RSS-04", 3, 3],
  ["RSS-05", 4, 4],
  ["RSS-06", 2, 4],
  ["RSS-07", 0, 3],
  ["RSS-08", 1, 2],
  ["RSS-09", 5, 2],
  ["RSS-10", 3, 1],
  ["RSS-11", 6, 3],
  ["RSS-12", 5, 4],
  ["RSS-13", 1, 4],
  ["RSS-14", 2, 3],
  ["RSS-15", 1, 3],
  ["RSS-16", 3, 4],
  ["RSS-17", 3, 0],
  ["RSS-18", 2, 1],
];

const tileShape = ([code, column, row]: (typeof places)[number]): RegionShape => {
  const [x, y] = [column * (tile.width + tile.gap) + 3, row * (tile.height + tile.gap) + 3];
  return {
    code,
    outline: `M${x} ${y}h${tile.width}v${tile.height}h-${tile.width}z`,
    label: [x + tile.width / 2, y + tile.height / 2],
  };
};

/** The size of the drawing. */
export const drawing = { width: 966, height: 590 } as const;

/**
 * The regions as they are drawn. Official shapes take the tiles' place here and nowhere else: an outline and a label point a
 * code, in a drawing of another size if need be. A label needs the room of a tile; a smaller region's may stand beside it.
 */
export const regionShapes: readonly RegionShape[] = places.map(tileShape);
