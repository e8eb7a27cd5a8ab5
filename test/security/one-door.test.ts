import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { getMetadataArgsStorage } from "typeorm";
import { subgraphs } from "../../subgraphs/index.js";

interface Source {
  readonly path: string;
  readonly text: string;
}

let sources: readonly Source[];
beforeAll(async () => {
  const folders = ["gateway", "subgraphs", "schema", "seeds"];
  const paths = (
    await Promise.all(
      folders.map(async (folder) =>
        (await readdir(folder, { recursive: true })).map((path) => join(folder, path)),
      ),
    )
  ).flat();
  const product = paths.filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.includes("/testing/"),
  );
  sources = await Promise.all(product.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
  expect(sources.length).toBeGreaterThan(300);
});

/** The files that say something, comments aside. */
const filesThatSay = (saying: RegExp): string[] =>
  sources
    .filter(({ text }) => saying.test(text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")))
    .map(({ path }) => path)
    .sort();

describe("the only door to protected rows", () => {
  it("is tenancy: nothing else asks for the pool of an audience", () => {
    expect(filesThatSay(/poolOfAudience/)).toEqual([
      "subgraphs/shared/database.ts",
      "subgraphs/shared/tenancy.ts",
    ]);
  });

  it("is the only place that starts a transaction of a caller, or tells PostgreSQL who asks", () => {
    expect(filesThatSay(/\.transaction\(|createQueryRunner\(|startTransaction\(/)).toEqual([
      "subgraphs/shared/migrate.ts",
      "subgraphs/shared/tenancy.ts",
    ]);
    expect(filesThatSay(/set_config\('hub\.(subject|client|establishment|agreement|scopes)'/)).toEqual([
      "subgraphs/shared/tenancy.ts",
    ]);
  });

  it("has few walls beside it: connections of another kind are opened where the hub prepares, listens, is examined, copied and sealed", () => {
    expect(filesThatSay(/new (pg\.)?((Database)?Client|Pool|DataSource)\(/)).toEqual([
      "subgraphs/shared/changes/change-listener.ts",
      "subgraphs/shared/database-roles.ts",
      "subgraphs/shared/database.ts",
      "subgraphs/shared/embedded-database/backup/base-backup.ts",
      "subgraphs/shared/embedded-database/connection.ts",
      "subgraphs/shared/examination/examine-database.ts",
      "subgraphs/shared/migrate.ts",
      "subgraphs/shared/migration/judge-database.ts",
      "subgraphs/shared/owner-connection.ts",
      "subgraphs/shared/replica/replica-watch.ts",
      "subgraphs/shared/secrets/role-passwords.ts",
    ]);
    expect(filesThatSay(/\basOwner\(/).filter((path) => !path.startsWith("seeds/"))).toEqual([
      "subgraphs/quality-indicators/audit/seal.repository.ts",
      "subgraphs/quality-indicators/audit/verification.repository.ts",
      "subgraphs/shared/prepare-database.ts",
      "subgraphs/shared/sown-before.ts",
    ]);
  });

  it("opens no connection whose loss would end the process", () => {
    // The embedded database knows nothing of the rest, and hears losses itself.
    const alone = filesThatSay(/new pg\.Client\b/);
    expect(alone).toEqual([
      "subgraphs/shared/embedded-database/backup/base-backup.ts",
      "subgraphs/shared/embedded-database/connection.ts",
    ]);
    expect(filesThatSay(/client\.on\("error", /)).toEqual(alone);
    expect(filesThatSay(/extends pg\.Client\b/)).toEqual(["subgraphs/shared/database-client.ts"]);
    expect(filesThatSay(/new (pg\.Pool|DataSource)\(/)).toEqual(filesThatSay(/\bClient: /));
  });

  it("leaves nothing behind: every setting is local to its transaction", () => {
    expect(filesThatSay(/set_config\([^)]*,\s*false\s*\)/)).toEqual([]);
    // SET of an UPDATE is followed by a column; that of a function stands after its language.
    expect(
      filesThatSay(
        /["'`;]\s*(SET (SESSION|ROLE|hub\.|search_path)|RESET |DISCARD (ALL|PLANS|SEQUENCES|TEMP))/i,
      ),
    ).toEqual([]);
    expect(filesThatSay(/set_config\(\s*'hub\.[^)]*\$\d,\s*true/)).toContain("subgraphs/shared/tenancy.ts");
  });
});

describe("the entities", () => {
  it("have no relation that reads by itself, later and on another connection", () => {
    const { relations, tables } = getMetadataArgsStorage();
    const entities = new Set<unknown>(subgraphs.flatMap((subgraph) => subgraph.entities));
    expect(tables.filter(({ target }) => entities.has(target)).length).toBe(entities.size);
    const ours = relations.filter(({ target }) => entities.has(target));
    expect(ours.filter(({ isLazy, options }) => isLazy || options.eager)).toEqual([]);
  });

  it("are of the schemas of their own subgraph", () => {
    const { tables } = getMetadataArgsStorage();
    for (const { schemas, entities } of subgraphs) {
      const own = [schemas.own, schemas.published, ...schemas.further];
      const elsewhere = tables.filter(
        ({ target, schema }) => entities.includes(target as never) && !own.includes(schema ?? ""),
      );
      expect(elsewhere.map(({ name }) => name)).toEqual([]);
    }
  });
});
