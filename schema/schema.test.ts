import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { schemaFolder } from "../gateway/hub.js";
import { accessProblems } from "./access/access-problems.js";
import { rulesOfHub } from "./access/rules-of-hub.js";
import { readAccessTable } from "./access/table.js";
import { breakingChanges } from "./breaking-changes.js";
import { composeHub } from "./composition.js";
import { coordinateProblems, coordinatesOf } from "./coordinates.js";
import { driftProblems } from "./drift.js";
import { undescribed } from "./undescribed.js";

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
        /submission|form\b|roster|partnerRecord|agreement|audit(?!Head|Key)|Mutation/i.test(name),
      ),
    ).toEqual([]);
  });
});

describe("the table of who may read what", () => {
  const rules = rulesOfHub();
  const listed = readFileSync(join(schemaFolder, "access.table"), "utf8");

  it("says of every field of the hub what the code does, and of nothing else", () => {
    expect(accessProblems(rules, readAccessTable(listed))).toEqual([]);
  });

  it("is refused without a field, with one that is gone, and with a role too many or too few", () => {
    const changed = listed
      .replace(/^Submission\.answers .*\n/m, "Submission.answer  establishment:own\n")
      .replace(/^(Form\.questions .*)$/m, "$1 researcher")
      .replace(/^(Query\.me .*) steward:privacy$/m, "$1");
    expect(accessProblems(rules, readAccessTable(changed)).sort()).toEqual([
      expect.stringContaining("Form.questions"),
      expect.stringContaining("Query.me"),
      expect.stringContaining("Submission.answer n'existe plus"),
      expect.stringContaining("Submission.answers n'y figure pas"),
    ]);
  });

  it("is not read with a role that nobody has, without a role, or with a field told twice", () => {
    expect(() => readAccessTable("A.a everybody\nA.b\nA.c public\nA.c steward:collect:own")).toThrow(
      /A\.a: « everybody »[\s\S]*A\.b: [\s\S]*A\.c: deux lignes[\s\S]*A\.c: « steward:collect:own »/,
    );
  });
});

describe("both API schemas", () => {
  it.each(["public.graphql", "authenticated.graphql"])(
    "%s: every type, field, argument, input field and enum value is described in French, then English",
    (path) => {
      expect(undescribed(composed.get(path) ?? "")).toEqual([]);
    },
  );

  it("are refused a description that is missing or in one language only, wherever it belongs", () => {
    const bare = `type Query { field(argument: Input): Listed }
      input Input { field: Int } enum Listed { VALUE } "En français seulement." scalar OneLanguage`;
    expect(undescribed(bare)).toEqual([
      "Input",
      "Input.field",
      "Listed",
      "Listed.VALUE",
      "OneLanguage",
      "Query",
      "Query.field",
      "Query.field(argument:)",
    ]);
  });
});
