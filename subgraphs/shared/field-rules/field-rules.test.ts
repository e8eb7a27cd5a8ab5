import { describe, expect, it } from "vitest";
import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { Authorized } from "../authorized.js";
import { buildSubgraph } from "../federation.js";
import { Public } from "../public.js";

@ObjectType({ description: "d" })
class Bare {
  @Field(() => String, { description: "d" })
  @Public()
  open!: string;

  @Field(() => String, { description: "d" })
  forgotten!: string;
}

@Authorized("steward:collect")
@ObjectType({ description: "d" })
class Ruled {
  @Field(() => String, { description: "d" })
  ofType!: string;

  @Authorized("figures:write")
  @Field(() => String, { description: "d" })
  ofItself!: string;

  @Field(() => Bare, { description: "d" })
  bare!: Bare;
}

@Authorized("steward:collect")
@ObjectType({ description: "d" })
class Torn {
  @Field(() => String, { description: "d" })
  @Public()
  both!: string;
}

@Resolver()
class ForgottenDoor {
  @Query(() => Ruled, { description: "d" })
  forgottenDoor(): Ruled {
    return { ofType: "", ofItself: "", bare: { open: "", forgotten: "" } };
  }
}

@Resolver()
class TornDoor {
  @Authorized()
  @Query(() => Torn, { description: "d" })
  tornDoor(): Torn {
    return { both: "" };
  }
}

const build = (resolver: new () => object) => () =>
  buildSubgraph({ resolvers: [resolver], entities: [], references: {}, publicTypes: [] });

describe("a subgraph", () => {
  it("is not built while a field or a door has no rule, and is told every one of them", () => {
    expect(build(ForgottenDoor)).toThrow(/Query\.forgottenDoor: no rule[\s\S]*Bare\.forgotten: no rule/);
    expect(build(ForgottenDoor)).not.toThrow(/Ruled|Bare\.open/);
  });

  it("is not built with a public field of a type that is not", () => {
    expect(build(TornDoor)).toThrow(/Torn\.both: .*contradict/);
  });
});
