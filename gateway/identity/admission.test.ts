import { beforeEach, describe, expect, it } from "vitest";
import type { Principal } from "../../subgraphs/index.js";
import { aResearcher, anEstablishmentPrincipal, aSteward } from "../../test/harness/subgraph.js";
import { admission, freshForMs, knownForMs } from "./admission.js";
import type { Admission } from "./caller.js";

interface Standing {
  subject: string | null;
  client: string | null;
  isActive: boolean;
  isGranted: boolean;
  establishment: string | null;
  agreement: string | null;
  scopes: string[];
}
const standing = (terms: Partial<Standing>): Standing => ({
  subject: null,
  client: null,
  isActive: true,
  isGranted: true,
  establishment: null,
  agreement: null,
  scopes: [],
  ...terms,
});

let now: number;
let list: Standing[] | Error;
let asked: { asHub: boolean }[];
let failures: unknown[];
let admit: Admission;

beforeEach(() => {
  now = 1_000_000;
  list = [];
  asked = [];
  failures = [];
  admit = admission({
    ask: async (question) => {
      asked.push(question);
      await new Promise((resolve) => setImmediate(resolve));
      if (list instanceof Error) throw list;
      return { data: { admissions: list } };
    },
    now: () => now,
    onFailure: (error) => failures.push(error),
  });
});

const outcome = (principal: Principal): Promise<string> =>
  admit(principal).then(
    () => "in",
    (error: { reason: string }) => error.reason,
  );

describe("who is let in", () => {
  it("is whoever the stewards never heard of, on the word of its issuer", async () => {
    expect(await outcome(aResearcher("entente-demo-1"))).toBe("in");
    expect(asked).toMatchObject([{ asHub: true }]);
  });

  it("is not the suspended, by subject or by client", async () => {
    list = [
      standing({ subject: "researcher", isActive: false, isGranted: false }),
      standing({ client: "poste-volé", isActive: false }),
    ];
    expect(await outcome(aResearcher(null))).toBe("credential-suspended");
    expect(await outcome({ ...aSteward("steward:collect"), client: "poste-volé" })).toBe(
      "credential-suspended",
    );
    expect(await outcome(aSteward("steward:collect"))).toBe("in");
  });

  it.each([
    [
      "another establishment",
      anEstablishmentPrincipal("chum", "s"),
      { establishment: "chus", scopes: ["figures:write"] },
    ],
    [
      "another agreement",
      aResearcher("entente-2", "s"),
      { agreement: "entente-1", scopes: ["research:read"] },
    ],
    ["an agreement where none was granted", aResearcher("entente-2", "s"), { scopes: ["research:read"] }],
    [
      "more scopes",
      { ...aSteward("steward:collect", "s"), scopes: ["steward:collect", "steward:privacy"] } as Principal,
      { scopes: ["steward:collect"] },
    ],
    ["fewer scopes", aSteward("steward:collect", "s"), { scopes: ["steward:collect", "steward:publish"] }],
    ["another scope", aSteward("steward:privacy", "s"), { scopes: ["steward:collect"] }],
  ])("is not a token that says %s than was granted", async (_what, principal, granted) => {
    list = [standing({ subject: "s", ...granted })];
    expect(await outcome(principal)).toBe("credential-mismatch");
    list = [
      standing({
        subject: "s",
        establishment: principal.establishment,
        agreement: principal.agreement,
        scopes: [...principal.scopes],
      }),
    ];
    now += freshForMs;
    expect(await outcome(principal)).toBe("in");
  });
});

describe("the list that the hub keeps", () => {
  it("is asked once for many callers at the same moment, then once in fifteen seconds", async () => {
    await Promise.all(Array.from({ length: 50 }, () => outcome(aResearcher(null))));
    expect(asked).toHaveLength(1);
    now += freshForMs - 1;
    await outcome(aResearcher(null));
    expect(asked).toHaveLength(1);
    list = [standing({ subject: "researcher", isActive: false })];
    now += 1;
    expect(await outcome(aResearcher(null))).toBe("credential-suspended");
    expect(asked).toHaveLength(2);
  });

  it("serves for five minutes when it cannot be asked, then nobody is judged, until it answers again", async () => {
    list = [standing({ subject: "researcher", isActive: false })];
    await outcome(aResearcher(null));
    list = new Error("down");
    now += knownForMs - 1;
    expect(await outcome(aResearcher(null))).toBe("credential-suspended");
    expect(await outcome(aSteward("steward:collect"))).toBe("in");
    expect(failures).toHaveLength(1);
    now += 1;
    expect(await outcome(aSteward("steward:collect"))).toBe("admissions-unknown");
    list = [];
    now += 1_000;
    expect(await outcome(aSteward("steward:collect"))).toBe("in");
  });

  it("lets nobody in before it was ever told", async () => {
    list = new Error("down");
    expect(await outcome(aSteward("steward:collect"))).toBe("admissions-unknown");
  });
});
