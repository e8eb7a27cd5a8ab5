import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import JSONstat from "jsonstat-toolkit";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${hub.address}${path}`, { method, headers });

type Row = Record<string, string>;
async function rows(): Promise<Row[]> {
  const text = await (await get("/data/indicators.csv")).text();
  return parse(text, { bom: true, columns: true }) as Row[];
}

interface Told {
  qualityIndicators: {
    code: string;
    observations: { campaign: string; area: { code: string }; value: number | null; status: string }[];
  }[];
}
const told = async () =>
  (await hub.ask<Told>("{ qualityIndicators { code observations { campaign area { code } value status } } }"))
    .data!.qualityIndicators;

describe("/data/indicators.csv", () => {
  it("holds every observation that the public interface tells, in its order, and nothing else", async () => {
    const expected = (await told()).flatMap(({ code, observations }) =>
      observations.map(({ campaign, area, value, status }) => ({
        indicator: code,
        campaign,
        area: area.code,
        value: value === null ? "" : String(value),
        status,
      })),
    );
    expect(expected.length).toBeGreaterThan(100);
    expect(
      (await rows()).map(({ indicator, campaign, area, value, status }) => ({
        indicator,
        campaign,
        area,
        value,
        status,
      })),
    ).toEqual(expected);
  });

  it("keeps both published numbers of active partners, each with its contradiction and its section", async () => {
    const active = (await rows()).filter((row) => row.indicator === "IQP-06" && row.origin === "PUBLISHED");
    expect(
      active.map(({ value, contradictions, document }) => ({ value, contradictions, document })),
    ).toEqual([
      { value: "892", contradictions: "K2", document: "P" },
      { value: "860", contradictions: "K2", document: "P" },
    ]);
    expect(active[0]?.section).not.toBe(active[1]?.section);
  });

  it("marks a protected value, gives its reason in both languages and no number", async () => {
    const hidden = (await rows()).filter(({ status }) => status === "SUPPRESSED");
    expect(hidden.length).toBeGreaterThan(50);
    for (const row of hidden) {
      expect(row.reason).not.toBe("");
      expect(row.reason_fr).not.toBe("");
      expect(row.reason_en).not.toBe("");
      for (const number of ["value", "low", "high", "text", "numerator", "denominator"])
        expect(row[number]).toBe("");
    }
  });

  it("says unit, basis, source and licence in every row: the source's when printed, the hub's when computed", async () => {
    const all = await rows();
    for (const row of all) {
      for (const column of [
        "unit",
        "basis",
        "document",
        "section",
        "licence_fr",
        "licence_en",
        "period_from",
      ])
        expect([column, row[column]]).not.toEqual([column, ""]);
      expect(row.licence_fr).toBe(
        row.origin !== "PUBLISHED" ? "CC BY 4.0" : row.document === "F" ? "CC BY-NC" : "non précisée",
      );
    }
  });

  it("keeps accents and what the source printed, and republishes no quotation", async () => {
    const bytes = Buffer.from(await (await get("/data/indicators.csv")).arrayBuffer());
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
    const text = bytes.toString("utf8");
    expect(text).toContain("Québec");
    expect(text).toContain('"38%"');
    const quotes = await hub.ask<{
      publishedFigures: { provenance: { quote: string | null; section: string } }[];
    }>("{ publishedFigures { provenance { quote section } } }");
    // A title that names the section is how the place is told.
    const long = quotes.data!.publishedFigures.flatMap(({ provenance: { quote, section } }) =>
      quote !== null && quote.length > 60 && !section.endsWith(quote) ? [quote] : [],
    );
    expect(long.length).toBeGreaterThan(0);
    for (const quote of long) expect(text).not.toContain(quote);
  });

  it("is not sent again to who has it, and is read by any web site", async () => {
    const first = await get("/data/indicators.csv", { origin: "https://donnees.exemple.ca" });
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const again = await get("/data/indicators.csv", { "if-none-match": `"else", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await get("/data/indicators.csv", { "if-none-match": '"else"' })).status).toBe(200);
    const head = await get("/data/indicators.csv", {}, "HEAD");
    expect([head.status, head.headers.get("etag")]).toEqual([200, etag]);
  });

  it("is the same for a caller who shows a token", async () => {
    const token = await hub.tokenFor("steward:publish");
    const known = await get("/data/indicators.csv", { authorization: `Bearer ${token}` });
    expect(known.headers.get("etag")).toBe((await get("/data/indicators.csv")).headers.get("etag"));
  });
});

describe("/data/indicators.json", () => {
  it("is read by the JSON-stat toolkit, a dataset an indicator, with every number and every reason", async () => {
    const given = (await (await get("/data/indicators.json")).json()) as {
      link: {
        item: {
          extension: { rows: { at: string[]; origin: string }[] };
          value: Record<string, number>;
        }[];
      };
    };
    const collection = JSONstat(given);
    const indicators = (await told()).filter(({ observations }) => observations.length > 0);
    expect([collection.class, collection.length]).toEqual(["collection", indicators.length]);
    for (const [rank, { code, observations }] of indicators.entries()) {
      const dataset = collection.Dataset(rank);
      expect(dataset.label.startsWith(code)).toBe(true);
      const rowsOf = given.link.item[rank]!.extension.rows;
      expect(rowsOf.length).toBe(observations.length);
      for (const [index, { at }] of rowsOf.entries()) {
        const [campaign, area, category, basis, series] = at as [string, string, string, string, string];
        const cell = dataset.Data({ campaign, area, category, basis, series, measure: "value" });
        expect(cell?.value ?? null).toBe(observations[index]!.value);
        expect(cell?.status?.split(":")[0]).toBe(observations[index]!.status);
      }
    }
  });
});

describe("the open files of one indicator", () => {
  it("hold its rows and no others, as the whole file tells them", async () => {
    const answer = await get("/data/indicators.csv?indicator=IQP-06");
    expect(answer.headers.get("content-disposition")).toContain("carrefour-indicators-IQP-06.csv");
    const given = parse(await answer.text(), { bom: true, columns: true }) as Row[];
    expect(given).toEqual((await rows()).filter(({ indicator }) => indicator === "IQP-06"));
    expect(given.slice(0, 2).map(({ value }) => value)).toEqual(["892", "860"]);
  });

  it("are a JSON-stat collection of one dataset", async () => {
    const given = (await (await get("/data/indicators.json?indicator=IQP-06")).json()) as object;
    const collection = JSONstat(given);
    expect([collection.length, collection.Dataset(0).label.startsWith("IQP-06")]).toEqual([1, true]);
  });

  it("keep what each is: another indicator, another file and another tag", async () => {
    const tags = await Promise.all(
      ["", "?indicator=IQP-05", "?indicator=IQP-06"].map(
        async (query) => (await get(`/data/indicators.csv${query}`)).headers.get("etag") ?? "",
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it.each(["IQP-99", "", "IQP-06&indicator=IQP-05", "%22%0D%0Ax"])(
    "are not found for what is no one indicator: ?indicator=%s",
    async (code) => {
      const answer = await get(`/data/indicators.csv?indicator=${code}`);
      const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
      expect([answer.status, errors[0]?.extensions.code]).toEqual([404, "FILE_NOT_FOUND"]);
    },
  );
});

describe("/data/catalogue.jsonld", () => {
  it("gives CKAN's DCAT extension a dataset with its files, licence, language and publisher", async () => {
    const answer = await get("/data/catalogue.jsonld");
    expect(answer.headers.get("content-type")).toBe("application/ld+json; charset=utf-8");
    const quads = (await jsonld.toRDF((await answer.json()) as object)) as unknown as {
      subject: { value: string };
      predicate: { value: string };
      object: { value: string; language?: string };
    }[];
    const values = (subject: string, predicate: string) =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map(({ object }) => object.value);
    const dcat = (name: string) => `http://www.w3.org/ns/dcat#${name}`;
    const dct = (name: string) => `http://purl.org/dc/terms/${name}`;
    const catalogue = `${hub.address}/data/catalogue.jsonld`;
    const [dataset = ""] = values(catalogue, dcat("dataset"));
    expect(values(dataset, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")).toEqual([dcat("Dataset")]);
    expect(values(dataset, dct("title"))).toContain(
      "Indicateurs de qualité du partenariat en santé au Québec",
    );
    expect(values(dataset, dcat("keyword"))).toContain("partenariat en santé");
    expect(values(dataset, dct("modified"))).toEqual(["2026-05-04T14:00:00.000Z"]);
    expect(values(values(dataset, dct("publisher"))[0] ?? "", "http://xmlns.com/foaf/0.1/name")).toEqual([
      "Carrefour",
    ]);
    const distributions = values(dataset, dcat("distribution"));
    expect(distributions).toHaveLength(2);
    for (const distribution of distributions) {
      expect(values(distribution, dct("license"))).toEqual(["https://creativecommons.org/licenses/by/4.0/"]);
      const [download = ""] = values(distribution, dcat("downloadURL"));
      expect((await fetch(download)).status).toBe(200);
    }
    expect(values(dataset, dct("description")).join()).toContain("SYNTHETIC");
  });
});

describe("the open files of a hub whose indicators do not answer", () => {
  it("are refused whole rather than given with holes, and come back", async () => {
    const apart = await aHub("over HTTP");
    try {
      await apart.stopSubgraph("quality-indicators");
      const answer = await fetch(`${apart.address}/data/indicators.csv`);
      const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
      expect([answer.status, errors[0]?.extensions.code]).toEqual([503, "DATABASE_UNAVAILABLE"]);
      expect(answer.headers.get("retry-after")).toBe("10");
    } finally {
      await apart.close();
    }
  }, 60_000);
});
