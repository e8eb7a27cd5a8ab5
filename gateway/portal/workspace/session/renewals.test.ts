import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aFolder } from "../../../../test/harness/folder.js";
import type { Granted } from "./issuer-client.js";
import { Renewals } from "./renewals.js";
import { renewalsInFolder } from "./renewals-together.js";
import type { Session } from "./session.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

const keys = () => [Buffer.alloc(32, 7).toString("base64url")];
const worn: Session = {
  id: "one",
  startedAt: Math.floor(Date.now() / 1_000),
  accessToken: "worn out",
  accessUntil: Date.now() - 1,
  refreshToken: "serves once",
  formSecret: "secret of forms",
};

/** An issuer whose refresh tokens serve once; shown again, one ends the sign-in. */
function anIssuer(answer: (asked: number) => Promise<Granted | null>) {
  let asked = 0;
  return {
    renew: () => answer((asked += 1)),
    get asked() {
      return asked;
    },
  };
}
const granted = async (asked: number): Promise<Granted | null> => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return asked > 1
    ? null
    : { accessToken: "new", accessUntil: Date.now() + 300_000, refreshToken: "the next" };
};
const processes = (issuer: ReturnType<typeof anIssuer>, count: number): Renewals[] =>
  Array.from(
    { length: count },
    () =>
      new Renewals({
        issuer,
        keys,
        together: renewalsInFolder(join(folder.path, "renewals")),
        now: Date.now,
      }),
  );

describe("a session that several processes renew at the same time", () => {
  it("is renewed once, and all of them have the same; nobody else can read what they tell each other", async () => {
    const issuer = anIssuer(granted);
    const renewed = await Promise.all(processes(issuer, 4).map((each) => each.fresh(worn)));
    for (const each of renewed)
      expect(each).toEqual({ ...worn, ...(await granted(0)), accessUntil: expect.any(Number) });
    expect(new Set(renewed.map((each) => each?.accessUntil)).size).toBe(1);
    expect(issuer.asked).toBe(1);
    const places = join(folder.path, "renewals");
    expect((await stat(places)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(places)) {
      expect(name).not.toContain("serves");
      expect((await stat(join(places, name))).mode & 0o777).toBe(0o600);
    }
  });

  it("is over for all of them when the issuer has ended it", async () => {
    const issuer = anIssuer(async () => null);
    expect(await Promise.all(processes(issuer, 3).map((each) => each.fresh(worn)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(issuer.asked).toBe(1);
  });

  it("is tried again by the next request when the issuer could not be asked", async () => {
    const issuer = anIssuer(async (asked) => {
      if (asked === 1) throw new Error("unreachable");
      return granted(1);
    });
    const [one, other] = processes(issuer, 2);
    await expect(one?.fresh(worn)).rejects.toThrow("unreachable");
    expect((await other?.fresh(worn))?.accessToken).toBe("new");
  });
});

describe("a session whose token is nearly over", () => {
  it("serves on until its end while the issuer cannot be asked", async () => {
    const issuer = anIssuer(async () => {
      throw new Error("unreachable");
    });
    const [one] = processes(issuer, 1);
    const nearly = { ...worn, accessUntil: Date.now() + 30_000 };
    expect(await one?.fresh(nearly)).toBe(nearly);
  });
});
