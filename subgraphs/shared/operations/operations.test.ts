import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "../environment.js";
import { operationsSettingsOf, operationsVariables } from "./operations-variables.js";
import { stateOf } from "./part-state.js";
import { nameOfStatement } from "./statement-trace.js";

const settings = (told: Record<string, string>, defaultPort: number | null = 4001) => {
  const { NODE_ENV = "development", ...given } = told;
  return operationsSettingsOf({ ...readEnvironment(operationsVariables, given), NODE_ENV }, defaultPort);
};

describe("what an operator says of the private port and of the end", () => {
  it.each([
    ["the hub", {}, 4001, { host: "127.0.0.1", port: 4001 }],
    ["a lone subgraph", {}, null, null],
    [
      "a lone subgraph that is to be watched",
      { OPERATIONS_PORT: "4101" },
      null,
      { host: "127.0.0.1", port: 4101 },
    ],
    ["a hub that is not to be watched", { OPERATIONS_PORT: "off" }, 4001, null],
    ["a port that the system chooses", { OPERATIONS_PORT: "0" }, 4001, { host: "127.0.0.1", port: 0 }],
    ["a container", { OPERATIONS_HOST: "0.0.0.0" }, 4001, { host: "0.0.0.0", port: 4001 }],
  ])("gives %s its place", (_, told, defaultPort, place) => {
    expect(settings(told as Record<string, string>, defaultPort).watchedAt).toEqual(place);
  });

  it("drains for five seconds in production, not at all elsewhere, and as long as it is told", () => {
    expect(settings({ NODE_ENV: "production" }).drainMs).toBe(5_000);
    expect(settings({}).drainMs).toBe(0);
    expect(settings({ NODE_ENV: "production", DRAIN_SECONDS: "0.5" }).drainMs).toBe(500);
  });

  it.each([
    ["OPERATIONS_PORT", "65536"],
    ["OPERATIONS_PORT", "on"],
    ["DRAIN_SECONDS", "-1"],
  ])("refuses %s=%s with what was expected", (name, value) => {
    expect(() => settings({ [name]: value })).toThrow(`${name}=${value}`);
  });
});

describe("the state of a part", () => {
  it("gives the code of a failure, never its words", async () => {
    const failure = Object.assign(new Error("connect to postgres://hub:secret@db"), { code: "ECONNREFUSED" });
    expect(await stateOf(Promise.reject(failure))).toEqual({ isReady: false, reason: "ECONNREFUSED" });
  });

  it("takes silence for an answer after a while", async () => {
    expect(await stateOf(pause(10_000, null, { ref: false }), 20)).toEqual({
      isReady: false,
      reason: "no answer within 0.02 s",
    });
  });
});

describe("the name of a statement in a trace", () => {
  it.each([
    [
      'SELECT published."code" FROM establishments_published.establishment published WHERE code = ANY ($1)',
      "SELECT establishments_published.establishment",
    ],
    ['INSERT INTO "partners"."roster" (id) VALUES ($1)', "INSERT partners.roster"],
    ["UPDATE quality.submission SET state = $1", "UPDATE quality.submission"],
    ["SELECT set_config('hub.subject', $1, true)", "SELECT"],
    ["COMMIT", "COMMIT"],
  ])("says what it does to which table: %s", (text, name) => {
    expect(nameOfStatement(text)).toBe(name);
  });
});
