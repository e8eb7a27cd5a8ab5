import { describe, expect, it } from "vitest";
import { Arg, Directive, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import { buildSubgraph } from "./federation.js";
import type { SubgraphDatabase } from "./database.js";
import { runSubgraph } from "./execute.js";
import { publicPrincipal } from "./principal.js";
import { Public } from "./public.js";

@ObjectType({ description: "d" })
@Directive('@key(fields: "code")')
class Lake {
  @Field(() => String, { description: "d" })
  @Public()
  code!: string;
}

@ObjectType({ description: "d" })
@Directive('@key(fields: "code")')
class River {
  @Field(() => String, { description: "d" })
  @Public()
  code!: string;
}

const seen: unknown[] = [];

@Resolver(() => Lake)
class LakeResolver {
  @Query(() => Lake, { description: "d" })
  @Public()
  lake(
    @Arg("depth", () => Number, { nullable: true, defaultValue: 7, description: "d" })
    @Public()
    depth: number,
  ): Lake {
    return { code: `depth ${depth}` };
  }

  @FieldResolver(() => String, { description: "d" })
  @Public()
  name(
    @Root() lake: Lake,
    @Arg("shout", () => Boolean, { nullable: true, description: "d" }) @Public() shout?: boolean,
  ): string {
    seen.push(lake);
    return shout ? lake.code.toUpperCase() : lake.code;
  }
}

const superior: Lake = { code: "superior" };
const subgraph = runSubgraph(
  buildSubgraph({
    resolvers: [LakeResolver],
    entities: [Lake, River],
    references: {
      Lake: ({ code }) => (code === "none" ? null : Promise.resolve(superior)),
      River: ({ code }) => {
        if (code === "dry") return Promise.reject(new Error("no water"));
        return { code };
      },
    },
    publicTypes: [],
  }),
  { address: { roleSecret: "secret" } } as SubgraphDatabase,
  () => undefined,
);

const ask = (query: string, representations?: unknown): ReturnType<typeof subgraph.execute> =>
  subgraph.execute({
    query,
    ...(representations ? { variables: { representations } } : {}),
    principal: publicPrincipal,
    requestId: "test",
  });
const entities =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Lake { name(shout: true) } ... on River { code } } }";

describe("entities", () => {
  it("come in the order of their representations, whatever their types and however they are found", async () => {
    const { data, errors } = await ask(entities, [
      { __typename: "River", code: "saguenay" },
      { __typename: "Lake", code: "superior" },
      { __typename: "Lake", code: "none" },
    ]);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [{ __typename: "River", code: "saguenay" }, { __typename: "Lake", name: "SUPERIOR" }, null],
    });
  });

  it("that fail leave their place empty, and the others where they are", async () => {
    const { data, errors } = await ask(entities, [
      { __typename: "River", code: "dry" },
      { __typename: "River", code: "saguenay" },
    ]);
    expect(data).toEqual({ _entities: [null, { __typename: "River", code: "saguenay" }] });
    expect(errors).toMatchObject([{ path: ["_entities", 0], extensions: { code: "INTERNAL" } }]);
  });

  it("of a type that is no entity of the subgraph are not there, and the others are", async () => {
    const { data, errors } = await ask(entities, [
      { __typename: "Ocean", code: "arctic" },
      { __typename: "River", code: "saguenay" },
      { __typename: "constructor", code: "x" },
    ]);
    expect(data).toEqual({ _entities: [null, { __typename: "River", code: "saguenay" }, null] });
    expect(errors).toMatchObject([
      { path: ["_entities", 0], extensions: { code: "INTERNAL" } },
      { path: ["_entities", 2], extensions: { code: "INTERNAL" } },
    ]);
  });
});

describe("the method of a field", () => {
  it("gets the object itself rather than a copy of it", async () => {
    seen.length = 0;
    await ask(entities, [{ __typename: "Lake", code: "superior" }]);
    expect(seen[0]).toBe(superior);
  });

  it("gets the default of an argument that is left out or null", async () => {
    for (const given of ["", "(depth: null)"])
      expect((await ask(`{ lake${given} { code name(shout: null) } }`)).data).toEqual({
        lake: { code: "depth 7", name: "depth 7" },
      });
    expect((await ask("{ lake(depth: 3) { code } }")).data).toEqual({ lake: { code: "depth 3" } });
  });
});
