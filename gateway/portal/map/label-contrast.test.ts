import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { portalFolder } from "../asking/portal-documents.js";

const read = (path: string): string => readFileSync(join(portalFolder, path), "utf8");
const [light = "", dark = ""] = read("assets/base.css").split("@media (prefers-color-scheme: dark)");
const token = (name: string, scheme: string): string =>
  new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(scheme)?.[1] ?? token(name, light);

// The colour of the words on a class's tile: a rule of the map's own, or the page's ink.
function labelOn(rank: number, scheme: string): string {
  const rule = new RegExp(`\\.tile\\.class-${rank} text[^{]*\\{\\s*fill: (#[0-9a-f]{6})`).exec(
    read("map/map.css"),
  );
  return rule?.[1] ?? token("ink", scheme);
}

// WCAG 2.1, relative luminance and contrast ratio.
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark.slice(0, dark.indexOf("*,"))],
])("the words of a map, %s", (_, scheme) => {
  it.each([1, 2, 3, 4, 5])("are read on a tile of class %d", (rank) => {
    expect(contrast(labelOn(rank, scheme), token(`class-${rank}`, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it("are read on the plate of a tile without a class, whose outline is seen", () => {
    expect(contrast(token("ink", scheme), token("paper", scheme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token("line", scheme), token("paper", scheme))).toBeGreaterThanOrEqual(3);
    expect(contrast(token("ink-soft", scheme), token("paper", scheme))).toBeGreaterThanOrEqual(3);
  });
});
