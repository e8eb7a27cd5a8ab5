// What zrender writes as a style, and what is an attribute of the same name (SVG 2, « presentation attributes »).
const styleAttribute = / style="([^"]*)"/g;

/**
 * An SVG of zrender without style attributes nor a style sheet, which the policy of the pages forbids: each property becomes
 * the attribute of its name. What serves only the library in a browser is left out.
 */
export function plainSvg(written: string): string {
  return written
    .replace(/<style[\s>][\s\S]*?<\/style>/g, "")
    .replace(styleAttribute, (_, style: string) => attributesOf(style))
    .replace(/ (?:class="zr[^"]*"|ecmeta_\w+="[^"]*"|xml:space="[^"]*"|pointer-events="[^"]*")/g, "")
    .replace(/\n+/g, "");
}

const attributesOf = (style: string): string =>
  style
    .split(";")
    .map((declaration) => declaration.split(":"))
    .filter((parts): parts is [string, string] => parts.length === 2)
    .map(([property, value]) => ` ${property.trim()}="${value.trim()}"`)
    .join("");
