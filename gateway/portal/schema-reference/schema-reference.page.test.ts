import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "graphql";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { coordinatesOf as composedCoordinates } from "../../../schema/coordinates.js";
import { portalFolder } from "../asking/portal-documents.js";
import { schemaChanges } from "../change-log/schema-changes.js";
import { plainSpaces, textsOf, wordsOfHtml } from "../page/testing/read-page.js";
import { halfOf } from "./description.js";
import { coordinatesOf, deprecatedIn, publicSchema, typesOf } from "./public-schema.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

const sdl = readFileSync(join(portalFolder, "..", "..", "schema", "public.graphql"), "utf8");
const read = async (path: string): Promise<string> => {
  const answer = await fetch(`${hub.address}${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};

describe.each([
  ["fr", "/donnees/schema"],
  ["en", "/en/data/schema"],
] as const)("the reference of the public schema in %s", (language, path) => {
  it("has a page for every type, that tells every field, argument and value", async () => {
    const told: string[] = [];
    for (const { name } of typesOf(publicSchema)) {
      const html = await read(`${path}/${name}`);
      const fields = html.split('<section class="schema-field"').slice(1);
      const values = html.split('<dl class="schema-types">')[1]?.split("</dl>")[0] ?? "";
      told.push(...textsOf(values, "dt").map((value) => `${name}.${value}`));
      for (const field of fields) {
        const [label = ""] = textsOf(field, "h3");
        told.push(`${name}.${label}`);
        const names = [...field.matchAll(/<th scope="row"><code>(\w+)<\/code>/g)];
        told.push(...names.map(([, argument]) => `${name}.${label}(${argument}:)`));
      }
      if (fields.length === 0 && values === "") told.push(name);
    }
    expect(told.sort()).toEqual(composedCoordinates(sdl));
  });

  it("lists every type with its description in the page's own language", async () => {
    const words = wordsOfHtml(await read(path));
    for (const { name, description } of typesOf(publicSchema)) {
      expect(words).toContain(name);
      const half = halfOf(description, language);
      expect([name, half === null]).toEqual([name, false]);
      expect(words).toContain(plainSpaces((half ?? "").replaceAll("`", "")));
    }
  });

  it("says « not found » of a type that the public does not see", async () => {
    for (const name of ["Submission", "__Schema", "String", "constructor"])
      expect((await fetch(`${hub.address}${path}/${name}`)).status).toBe(404);
  });
});

describe("what the schema's pages are made from", () => {
  it("finds what is deprecated, with what takes its place, in fields, arguments and values", () => {
    const schema = buildSchema(`
      type Query { old(was: Int @deprecated(reason: "a · b")): Kind @deprecated(reason: "Voir new. · See new.") new: Kind }
      enum Kind { NEW OLD @deprecated(reason: "NEW · NEW") }`);
    expect(deprecatedIn(schema)).toEqual([
      { coordinate: "Kind.OLD", type: "Kind", reason: "NEW · NEW" },
      { coordinate: "Query.old", type: "Query", reason: "Voir new. · See new." },
      { coordinate: "Query.old(was:)", type: "Query", reason: "a · b" },
    ]);
  });

  it("logs no change of the schema that is not in it", () => {
    const known = coordinatesOf(publicSchema);
    expect(schemaChanges.flatMap(({ added }) => added).filter((one) => !known.has(one))).toEqual([]);
  });
});
