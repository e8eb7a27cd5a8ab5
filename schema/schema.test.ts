import { describe, expect, it } from "@jest/globals";
import { breakingChanges } from "./breaking-changes.js";
import { composeHub } from "./composition.js";
import { coordinateProblems, coordinatesOf } from "./coordinates.js";
import { driftProblems } from "./drift.js";

const composed = composeHub();
const publicSdl = composed.get("public.graphql") ?? "";

describe("the check of the schemas", () => {
  it("finds a committed file that differs from the code", async () => {
    const problems = await driftProblems(composed, async (path) =>
      path === "subgraphs/partners.graphql" ? "type Query { old: Int }" : (composed.get(path) ?? null),
    );
    expect(problems).toEqual([expect.stringContaining("schema/subgraphs/partners.graphql")]);
  });

  it("finds a field of the promised public schema that is gone, and lets a new one through", async () => {
    const promised = publicSdl.replace("type LocalizedText {", "type LocalizedText {\n  de: String");
    expect(await breakingChanges(promised, publicSdl)).toEqual([expect.stringContaining("LocalizedText")]);
    expect(await breakingChanges(publicSdl, promised)).toEqual([]);
  });

  it("finds a public coordinate that nobody listed, one that is gone, and one without a reason", () => {
    const listed = coordinatesOf(publicSdl).map((coordinate) => `${coordinate} DEFINITION raison`);
    expect(coordinateProblems(publicSdl, listed.join("\n"))).toEqual([]);
    const [first = "", second = "", ...rest] = listed;
    const problems = coordinateProblems(
      publicSdl,
      [second.replace(" raison", ""), ...rest, "Query.secret SOURCE raison"].join("\n"),
    );
    expect(problems).toEqual([
      expect.stringContaining(first.split(" ")[0] ?? ""),
      expect.stringContaining("Query.secret"),
      expect.stringContaining(second.split(" ")[0] ?? ""),
    ]);
  });
});

describe("the public schema", () => {
  it("holds no field of a submission, a form, a roster or a release, and no mutation", () => {
    const coordinates = coordinatesOf(publicSdl);
    expect(
      coordinates.filter((name) =>
        /submission|form\b|roster|partnerRecord|agreement|audit|Mutation/i.test(name),
      ),
    ).toEqual([]);
  });

  it("describes every type, field and argument in French, then English", () => {
    for (const text of [...publicSdl.matchAll(/"""([\s\S]*?)"""/g)].map(
      ([, description]) => description ?? "",
    ))
      expect(text).toContain(" · ");
    const undescribed = publicSdl
      .replace(/"""[\s\S]*?"""\s*(?:type|enum|scalar|input|interface)?/g, "§")
      .match(/^(?:type|enum|scalar|input|interface) (?!Query)\w+/gm);
    expect(undescribed).toBeNull();
  });
});
