import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue } from "../../gateway/portal/words/catalogue.js";

const portal = join(process.cwd(), "dist", "gateway", "portal");

/** A catalogue of the portal, by its file and the name that it is exported by. */
export interface FoundCatalogue {
  readonly name: string;
  readonly texts: Catalogue<string>["texts"];
}

/** Every catalogue that the portal's files of words export. */
export async function everyCatalogue(): Promise<FoundCatalogue[]> {
  const files = readdirSync(portal, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|[-/])words\.js$/.test(path))
    .sort();
  const found: FoundCatalogue[] = [];
  for (const file of files) {
    const exported = (await import(pathToFileURL(join(portal, file)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported))
      if (isCatalogue(value))
        found.push({ name: `${file} ${name}`, texts: (value as Catalogue<string>).texts });
  }
  return found;
}

const isCatalogue = (value: unknown): boolean =>
  typeof value === "function" && typeof (value as Partial<Catalogue<string>>).texts === "object";

/** One part of a message, as the parser of ICU MessageFormat tells it. */
interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
  readonly children?: readonly Part[];
}

const literal = 0;
const numberSign = 7;
const tag = 8;

/** The places of a message that are filled in, and its tags, each once, in the order of the alphabet. */
export function placesOf(message: string): string[] {
  const walk = (parts: readonly Part[]): string[] =>
    parts.flatMap(({ type, value = "", options = {}, children = [] }) => [
      ...(type === literal || type === numberSign ? [] : [type === tag ? `<${value}>` : value]),
      ...Object.values(options).flatMap((option) => walk(option.value)),
      ...walk(children),
    ]);
  const parts = new IntlMessageFormat(message, "fr-CA").getAst() as unknown as readonly Part[];
  return [...new Set(walk(parts))].sort();
}
