import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Command } from "commander";
import { exitCodes, UsageError } from "./exit-code.js";
import { addRiskCommand } from "./risk.command.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrefour-risk-"));
});
afterAll(async () => rm(folder, { recursive: true }));

interface Options {
  readonly keys?: string;
  readonly sensitive?: string;
  readonly weights?: string;
  readonly json?: boolean;
  readonly lang?: "fr" | "en";
}

const typed = ({ keys = "A,B,C", json = true, lang = "en", ...columns }: Options): string[] => [
  ...["--keys", keys, "--lang", lang],
  ...(json ? ["--json"] : []),
  ...Object.entries(columns).flatMap(([option, value]) => [`--${option}`, value]),
];

/** Measures a file as a user does; gives what was printed, what was complained of, and the exit code. */
async function measure(file: string | Uint8Array, options: Options = {}) {
  const path = join(folder, "records.csv");
  await writeFile(path, file);
  const [printed, complained]: string[][] = [[], []];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((text: string) => void printed!.push(text)),
    vi.spyOn(console, "error").mockImplementation((text: string) => void complained!.push(text)),
  ];
  // Another file's command may have ended badly in this process.
  process.exitCode = undefined;
  try {
    const program = new Command();
    addRiskCommand(program);
    await program.parseAsync(["node", "carrefour", "risk", path, ...typed(options)]);
    return { output: printed!.join("\n"), complaint: complained!.join("\n"), code: process.exitCode ?? 0 };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
    process.exitCode = undefined;
  }
}
const json = async (file: string | Uint8Array, options: Options = {}): Promise<unknown> =>
  JSON.parse((await measure(file, options)).output);

const example = "A,B,C\n2,3,1\n3,3,3\n2,3,\n2,3,2\n3,3,1\n3,3,1\n1,4,\n2,3,1\n";

describe("carrefour risk", () => {
  it("prints the class of each record in file order, and nothing else, as JSON", async () => {
    const { output, complaint, code } = await measure(example);
    expect(Object.keys(JSON.parse(output) as object)).toEqual([
      "k",
      "classSizes",
      "l",
      "t",
      "averageRisk",
      "maximumRisk",
    ]);
    expect(JSON.parse(output)).toEqual({
      k: 1,
      classSizes: [3, 1, 4, 2, 2, 2, 1, 3],
      l: null,
      t: null,
      averageRisk: expect.closeTo((1 / 3 + 1 + 1 / 4 + 1 / 2 + 1 / 2 + 1 / 2 + 1 + 1 / 3) / 8, 12),
      maximumRisk: 1,
    });
    expect([complaint, code]).toEqual(["", 0]);
  });

  it("gives the fewest values and the greatest distance of several sensitive columns", async () => {
    const file = "A,S,T\nx,1,p\nx,2,p\ny,1,p\ny,1,q\n";
    expect(await json(file, { keys: "A", sensitive: "S" })).toMatchObject({ k: 2, l: 1, t: 0.25 });
    expect(await json(file, { keys: "A", sensitive: "S,T" })).toMatchObject({ k: 2, l: 1, t: 0.25 });
    expect(await json(file, { keys: "A", sensitive: "T" })).toMatchObject({ k: 2, l: 1, t: 0.25 });
  });

  it("estimates the individual risk from the weights, the classes staying those of the sample", async () => {
    const weights = [18, 45.5, 39, 17, 541, 8, 5, 92];
    const keys = ["1;2;5;1", "1;2;1;1", "1;2;1;1", "3;3;1;5", "4;3;1;4", "4;3;1;1", "6;2;1;5", "1;2;5;1"];
    const rows = keys.map((cells, row) => `${cells};${String(weights[row]).replace(".", ",")}`);
    const measured = await json(["k1;k2;k3;k4;w", ...rows].join("\r\n"), {
      keys: "k1, k2,k3,k4",
      weights: "w",
    });
    expect(measured).toMatchObject({
      k: 1,
      classSizes: [2, 2, 2, 1, 1, 1, 1, 2],
      maximumRisk: expect.closeTo(0.40235948, 7),
    });
  });

  it("reads what spreadsheets write: another separator, quotes, marks, blank lines, UTF-16 and Windows-1252", async () => {
    const classes = { classSizes: [2, 2, 1] };
    const options = { keys: "âge,région" };
    expect(
      await json(
        '\uFEFF"âge";"région"\r\n1;"a;b"\r\n\r\n1;a;b\r\n'.replace("1;a;b\r\n", '1;"a;b"\r\n2;x\r\n'),
        options,
      ),
    ).toMatchObject(classes);
    expect(await json("âge\trégion\n1\ta\n1\ta \n2\tb\n", options)).toMatchObject(classes);
    expect(await json(Buffer.from("\uFEFFâge,région\n1,é\n1,é\n2,b\n", "utf16le"), options)).toMatchObject(
      classes,
    );
    expect(await json(Buffer.from("âge,région\n1,é\n1,é\n2,b\n", "latin1"), options)).toMatchObject(classes);
    expect(await json("âge\n1\n\n2\n", { keys: "âge" })).toMatchObject({ classSizes: [2, 3, 2] });
  });

  it("shows people the same numbers in a table, in their language", async () => {
    const [french, english] = [
      await measure(example, { json: false, lang: "fr", keys: "A,B", sensitive: "C" }),
      await measure(example, { json: false, keys: "A,B", sensitive: "C" }),
    ];
    expect(french.output).toMatch(/risque moyen\s+│ 37,5\s%/);
    expect(french.output).toMatch(/fiches dans une classe de 2–4\s+│ 7 \(87,5\s%\)/);
    expect(english.output).toMatch(/average risk\s+│ 37.5%/);
    expect(english.output).toMatch(/C\s+│ l = 1, t = 0.75/);
  });
});

describe("a file that carrefour risk cannot use", () => {
  it("is refused with the row, the column and what was expected of each bad row, and nothing is measured", async () => {
    const file = "A,B,C,w\n1,2,3,4\n1,2\n1,2,3,-1\n1,2,3,many\n1,2,3,\n1,2,3,4,5\n1,2,3,0\n1,2,3,1e400\n";
    const { output, complaint, code } = await measure(file, { weights: "w" });
    expect(output).toBe("");
    expect(code).toBe(exitCodes.refused);
    expect(complaint.split("\n")).toEqual([
      expect.stringMatching(
        /^row 3: This row has not as many cells as the header.*observed: “2”; expected: 4/,
      ),
      expect.stringMatching(
        /^row 4, column w: This weight is no positive number.*observed: “-1”; expected: > 0/,
      ),
      expect.stringMatching(/^row 5, column w: .*“many”/),
      expect.stringMatching(/^row 6, column w: .*“”/),
      expect.stringMatching(/^row 7: .*“5”; expected: 4/),
      expect.stringMatching(/^row 8, column w: .*“0”/),
      expect.stringMatching(/^row 9, column w: .*“1e400”/),
    ]);
    const french = await measure(file, { weights: "w", lang: "fr" });
    expect(french.complaint).toContain(
      "ligne 4, colonne w : Ce poids n'est pas un nombre positif. (reçu : « -1 »",
    );
  });

  it("is refused when it is empty, has its header only, is no text, or has a quote that is never closed", async () => {
    const complaintOf = async (file: string | Uint8Array, lang: "fr" | "en" = "en") => {
      const { output, complaint, code } = await measure(file, { lang });
      expect([output, code]).toEqual(["", exitCodes.refused]);
      return complaint;
    };
    expect(await complaintOf("")).toBe("row 1: The file is empty.");
    expect(await complaintOf("", "fr")).toBe("ligne 1 : Le fichier est vide.");
    expect(await complaintOf("A,B,C\n")).toBe("row 1: The file has its header only: no record.");
    expect(await complaintOf(Uint8Array.of(0, 1, 2, 3))).toContain("not readable text");
    expect(await complaintOf('A,B,C\n1,2,"3\n')).toMatch(/^row 2: .*quote/);
  });

  it("tells the first of many bad rows, and how many more there are", async () => {
    const { complaint } = await measure(`A,B,C\n${"1\n2,\n".repeat(50)}`);
    expect(complaint.split("\n")).toHaveLength(21);
    expect(complaint).toContain("… and 80 more.");
  });

  it.each([
    [{ keys: "A,D" }, "Row 1: there is no column “D”. Columns of the file: A, B, C."],
    [{ keys: "A", sensitive: "D" }, "there is no column “D”"],
    [{ keys: "A", weights: "D" }, "there is no column “D”"],
    [{ keys: "A,B,A" }, "The column “A” is asked for twice"],
    [{ keys: "A", sensitive: "A" }, "The column “A” is asked for twice"],
    [{ keys: " , " }, "--keys expects at least one column"],
  ])("is not measured by columns that make no sense: %j", async (options, words) => {
    const refusal: unknown = await measure(example, options).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as UsageError).messages.en).toContain(words);
    expect((refusal as UsageError).messages.fr).not.toBe((refusal as UsageError).messages.en);
  });

  it("is not guessed at when two columns have the asked name", async () => {
    await expect(measure("A,B,A\n1,2,3\n", { keys: "A" })).rejects.toThrow("« A » est là deux fois");
  });

  it("is named when it does not exist", async () => {
    const program = new Command();
    addRiskCommand(program);
    const words = ["node", "carrefour", "risk", join(folder, "nobody.csv"), ...typed({})];
    await expect(program.parseAsync(words)).rejects.toThrow("nobody.csv n'existe pas");
  });
});
