import { expect } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../../test/harness/database.js";
import {
  anEstablishmentPrincipal,
  aSteward,
  type Ask,
  aSubgraph,
} from "../../../../test/harness/subgraph.js";
import type { Principal } from "../../../index.js";
import { establishments } from "../../index.js";

const real = (principal: Principal): Principal => ({ ...principal, isDevelopment: false });
export const chum = real(anEstablishmentPrincipal("chum", "somebody-of-the-chum"));
export const estrie = real(anEstablishmentPrincipal("ciusss-estrie-chus", "somebody-of-estrie"));
export const collector = real(aSteward("steward:collect", "somebody-who-collects"));

/** What an establishment puts in common, unless told otherwise. */
export const aResource = (changes: object = {}): Record<string, unknown> => ({
  kind: "TOOL",
  type: "RECRUITMENT_GUIDE",
  title: { fr: "Capsules d'accueil des usagers partenaires", en: "Welcome capsules for partners" },
  description: { fr: "Six capsules de trois minutes pour accueillir un nouveau partenaire." },
  language: "fr",
  url: "https://exemple.ca/capsules/",
  licence: "CC BY-NC 4.0",
  evaluationStatus: "EVALUATED",
  ...changes,
});

interface Added {
  code: string;
  state: string;
  [field: string]: unknown;
}
interface Answers {
  addSharedResource: { resource: Added | null; warnings: { likeness: string; existing: string }[] };
  reviewSharedResource: Added;
  withdrawSharedResource: Added;
}
interface Listed {
  code: string;
  reuseCount: number;
  [field: string]: unknown;
}
type Answer = Awaited<ReturnType<Ask>>;

/** A hub whose repertoire tests fill, with a clock that they set. */
export interface RepertoireHub {
  readonly database: TestDatabase;
  readonly ask: Ask;
  readonly hidden: unknown[];
  readonly statements: string[];
  setClock(now: Date): void;
  /** Asks for an addition, as it is. */
  tryToAdd(changes?: object, principal?: Principal): Promise<Answer>;
  /** Adds what is expected to be accepted, and gives it. */
  add(changes?: object, principal?: Principal): Promise<Added>;
  /** Adds and publishes, and gives the code. */
  publish(changes?: object): Promise<string>;
  /** Runs one mutation that takes a code and texts. */
  act(name: string, args: string, principal: Principal): Promise<Answer>;
  /** The repertoire as the public reads it. */
  listed(args?: string): Promise<Listed[]>;
  /** How many rows each table of the repertoire holds. */
  rows(): Promise<number[]>;
  /** Takes back everything that tests added. */
  forget(): Promise<void>;
}

const addition = `mutation ($input: AddSharedResourceInput!) { addSharedResource(input: $input) {
  resource { code state kind type title { fr en } description { fr } language url licence evaluationStatus isSynthetic
    establishment { code } addedAt decidedAt decisionReason }
  warnings { likeness existing }
} }`;

/** Starts a hub with the reference facts only, on a database of its own. */
export async function aRepertoire(): Promise<RepertoireHub> {
  const database = await aDatabase("reference");
  let now = testDay;
  const { ask, hidden, statements } = aSubgraph(establishments, database, () => now);
  const tryToAdd = (changes: object = {}, principal: Principal = chum): Promise<Answer> =>
    ask(addition, { input: aResource(changes) }, principal);
  const act = (name: string, args: string, principal: Principal): Promise<Answer> => {
    const isReuse = name.endsWith("Reuse") || name.startsWith("reuse");
    const fields = isReuse
      ? "code establishmentCode note takenBackAt"
      : "code state decisionReason withdrawalReason decidedAt withdrawnAt";
    return ask(`mutation { ${name}(${args}) { ${fields} } }`, {}, principal);
  };
  const add = async (changes: object = {}, principal: Principal = chum): Promise<Added> => {
    const { data, errors } = await tryToAdd(changes, principal);
    expect(errors).toBeUndefined();
    return (data as unknown as Answers).addSharedResource.resource!;
  };
  return {
    database,
    ask,
    hidden,
    statements,
    setClock: (instant) => {
      now = instant;
    },
    tryToAdd,
    add,
    act,
    async publish(changes = {}) {
      const { code } = await add(changes);
      const { errors } = await act("reviewSharedResource", `code: "${code}", decision: PUBLISH`, collector);
      expect(errors).toBeUndefined();
      return code;
    },
    async listed(args = "") {
      const { data, errors } = await ask<{ sharedResources: Listed[] }>(
        `{ sharedResources${args} { code title { fr } url licence evaluationStatus isSynthetic reuseCount
           establishment { code } provenance { document section licence status } } }`,
      );
      expect(errors).toBeUndefined();
      return data!.sharedResources;
    },
    async rows() {
      const tables = [
        "establishments.added_resource",
        "establishments.resource_reuse",
        "establishments_published.shared_resource",
        "establishments_published.resource_reuse",
      ].map((table, index) => `(SELECT count(*)::integer FROM ${table}) AS t${index}`);
      const [found] = await database.query<Record<string, number>>(`SELECT ${tables.join(", ")}`);
      return Object.values(found ?? {});
    },
    async forget() {
      now = testDay;
      await database.query(`
        TRUNCATE establishments.added_resource, establishments.resource_reuse, establishments_published.resource_reuse;
        DELETE FROM establishments_published.shared_resource WHERE NOT planted;
        DELETE FROM establishments_published.former_row`);
    },
  };
}
