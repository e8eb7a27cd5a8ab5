import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("over HTTP");
  await hub.stopSubgraph("quality-indicators");
  await hub.stopSubgraph("user-committees");
}, 120_000);
afterAll(() => hub?.close());

const lost = "Cette partie ne peut pas être lue en ce moment.";
const read = async (path: string): Promise<[number, string]> => {
  const response = await fetch(`${hub.address}${path}`);
  return [response.status, await response.text()];
};

describe("while the figures and the committees cannot be read", () => {
  it("the regions are still mapped by what the register knows, and say what is missing", async () => {
    const [status, html] = await read("/regions");
    expect(status).toBe(200);
    expect(html).toContain(lost);
    expect(new Set(html.match(/href="\/regions\/RSS-\d\d"/g)).size).toBe(18);
    expect(html).toContain("Établissements nommés parmi les répondants");
  });

  it("a region still tells its establishments and its group", async () => {
    const [status, html] = await read("/regions/RSS-05");
    expect(status).toBe(200);
    expect(html).toContain(lost);
    expect(html).toContain("/etablissements/ciusss-estrie-chus");
    expect(html).toContain("Centre et Ouest du Québec");
  });

  it("the glossary and the repertoire still tell theirs", async () => {
    for (const [path, told] of [
      ["/glossaire", 'id="EXPERIENTIAL_KNOWLEDGE"'],
      ["/pratiques-et-outils", 'id="hopital-entre-a-la-maison"'],
    ] as const) {
      const [status, html] = await read(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(told);
      expect(html).toContain(lost);
    }
  });
});
