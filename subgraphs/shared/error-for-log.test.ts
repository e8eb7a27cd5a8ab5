import { describe, expect, it } from "vitest";
import { QueryFailedError } from "typeorm";
import { errorForLog } from "./error-for-log.js";

const canary = "Madame Tremblay, 514 555-0199";

describe("what the log keeps of an error", () => {
  it("drops the statement, its parameters and PostgreSQL's words, and keeps the code and the place", () => {
    const driver = Object.assign(new Error(`invalid input: ${canary}`), {
      code: "22P02",
      severity: "ERROR",
      detail: canary,
    });
    const logged = errorForLog(new QueryFailedError(`INSERT … '${canary}'`, [canary], driver));
    expect(JSON.stringify(logged)).not.toContain(canary);
    expect(logged).toMatchObject({
      type: "QueryFailedError",
      code: "22P02",
      frames: expect.stringContaining("at "),
    });
  });

  it("keeps the message of an error of our own", () => {
    expect(errorForLog(new Error("no row of the frame"))).toMatchObject({
      type: "Error",
      message: "no row of the frame",
    });
  });
});
