import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { mutations } from "./mutations.js";

it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  "a guard that is broken on purpose stands where it is looked for, and so do its tests: %s",
  (_name, mutation) => {
    for (const test of mutation.tests) expect([test, existsSync(test)]).toEqual([test, true]);
    if (!("find" in mutation)) return;
    const { file, find } = mutation;
    expect([file, readFileSync(file, "utf8").split(find).length - 1]).toEqual([file, 1]);
  },
);
