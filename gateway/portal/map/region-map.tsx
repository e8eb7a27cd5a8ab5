import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { wordsOf } from "../parts/text.js";
import { labelLines } from "./label-lines.js";
import { Patterns, patternOf } from "./patterns.js";
import { drawing, type RegionShape, regionShapes, tile } from "./region-shapes.js";
import type { MapMeasure, RegionValue, TileValue } from "./region-values.js";
import { tileName, tileText } from "./tile-words.js";
import { mapWords } from "./words.js";

interface Asked {
  readonly language: Language;
  readonly of: MapMeasure<TileValue>;
  /** What is measured, in words. */
  readonly measure: string;
  /** The region whose value is told beside the map. */
  readonly chosen: string;
}

/** The regions as a diagram: each a link that says its value, its class and its region. */
export const RegionMap = ({ language, of, measure, chosen }: Asked) => {
  const say = mapWords(language);
  const drawn = regionShapes.flatMap((shape) => {
    const one = of.regions.find(({ region }) => region.code === shape.code);
    return one ? [{ shape, one }] : [];
  });
  const unplaced = of.regions.filter(({ region }) => !drawn.some(({ one }) => one.region === region));
  return (
    <>
      <Scroll label={say("map", { measure })}>
        <svg
          class="region-map"
          role="group"
          aria-label={say("map", { measure })}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        >
          <Patterns />
          {drawn.map(({ shape, one }) => (
            <Tile
              key={shape.code}
              language={language}
              shape={shape}
              one={one}
              isChosen={shape.code === chosen}
            />
          ))}
        </svg>
      </Scroll>
      <p>{say("schematic")}</p>
      {unplaced.length > 0 && (
        <p>
          {say("unplaced", {
            names: unplaced.map(({ region }) => wordsOf(region.name, language)).join(", "),
          })}
        </p>
      )}
    </>
  );
};

// Three lines of a name at the most: a label is as wide as a tile.
const longestLine = 13;
const lineHeight = 16;
// The pattern shows as a frame round the plate that the words stand on.
const plateInset = 8;

const Tile = ({
  language,
  shape,
  one,
  isChosen,
}: {
  readonly language: Language;
  readonly shape: RegionShape;
  readonly one: RegionValue<TileValue>;
  readonly isChosen: boolean;
}) => {
  const { state, region, value } = one;
  const [x, y] = shape.label;
  const lines = labelLines(wordsOf(region.name, language), longestLine);
  const kind = state.kind === "classed" ? `class-${state.rank + 1}` : state.kind;
  return (
    <a
      class={isChosen ? `tile ${kind} chosen` : `tile ${kind}`}
      href={addressOf(language, "region", { code: region.code })}
      aria-label={tileName(one, language)}
      data-code={region.code}
      data-value={value?.value ?? undefined}
    >
      <path class="outline" d={shape.outline} fill={patternOf(state.kind)} />
      {patternOf(state.kind) && (
        <rect
          class="plate"
          x={x - tile.width / 2 + plateInset}
          y={y - tile.height / 2 + plateInset}
          width={tile.width - 2 * plateInset}
          height={tile.height - 2 * plateInset}
        />
      )}
      {lines.map((line, rank) => (
        <text class="name" key={line} x={x} y={y - 29 + rank * lineHeight}>
          {line}
        </text>
      ))}
      <text class="code" x={x} y={y + 22}>
        {region.code}
      </text>
      <text
        class={state.kind === "classed" || state.kind === "unclassed" ? "value" : "word"}
        x={x}
        y={y + 42}
      >
        {tileText(one, language)}
      </text>
    </a>
  );
};
