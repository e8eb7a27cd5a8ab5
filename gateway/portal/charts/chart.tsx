import type { ComponentChildren } from "preact";
import type { Language } from "../language.js";
import { localeOf } from "../language.js";
import type { DrawnChart } from "./draw-chart.js";

export interface ChartProps {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly drawn: readonly DrawnChart[];
  readonly language: Language;
  /** The legend and the caveats, under the drawing. */
  readonly children: ComponentChildren;
}

/** A drawn chart with its name for those who do not see it; a style sheet shows the drawing that fits the page. */
export const Chart = ({ id, title, description, drawn, language, children }: ChartProps) => (
  <figure class="chart">
    {drawn.map(({ layout, width, height, inside }) => {
      const names = [`${id}-${layout.name}-title`, `${id}-${layout.name}-text`] as const;
      return (
        <svg
          key={layout.name}
          class={layout.name}
          role="img"
          lang={localeOf(language)}
          aria-labelledby={names[0]}
          aria-describedby={names[1]}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          dangerouslySetInnerHTML={{
            __html: `<title id="${names[0]}">${escaped(title)}</title><desc id="${names[1]}">${escaped(description)}</desc>${inside}`,
          }}
        />
      );
    })}
    <figcaption>{children}</figcaption>
  </figure>
);

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
