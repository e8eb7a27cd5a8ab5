import { generateKeyPairSync } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { anEstablishmentPrincipal, aSteward } from "../../../test/harness/subgraph.js";
import { signingKeyOf } from "../../shared/secrets/signing-key.js";
import { contentHashOf } from "../submission/content-hash.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";
import { sealDays } from "./seal-days.service.js";
import { type Seal, signSeal } from "./seal.js";
import { faultsOf, forge, tamper } from "./testing/tampering.js";
import type { SignedSeal } from "./verify-seals.js";

const kept = [
  "quality_indicators.audit_entry",
  "quality_indicators.audit_chain",
  "quality_indicators.submission",
  "quality_indicators.submission_revision",
  "quality_indicators.idempotency_key",
  "quality_indicators.vintage_revision",
  "quality_indicators.figure_comment",
  "quality_indicators.figure_comment_outcome",
  "quality_indicators.reminder",
  "quality_indicators_published.audit_heads",
];
const copyOf = (table: string): string => `untouched.${table.replace(".", "_")}`;

let hub: Collection;
let receipt: string;
let commentReceipt: string;
let seal: SignedSeal;
beforeAll(async () => {
  hub = await aCollection();
  const decide = async (mutation: string, scope: "steward:collect" | "steward:publish") => {
    const { errors } = await hub.ask(`mutation { ${mutation} }`, {}, aSteward(scope));
    expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  };
  // A life with everything in it: a draft, a return, two approvals, a publication, a correction.
  const { id } = (await hub.push({ mode: "DRAFT" })).submission!;
  await hub.push({ baseRevision: 1 });
  await decide(`returnSubmission(id: "${id}", reason: "Vérifiez B6.") { state }`, "steward:collect");
  receipt = (await hub.push({ baseRevision: 2 })).receipt!;
  await decide(`approveSubmission(id: "${id}") { state }`, "steward:collect");
  await decide('publishCampaign(campaign: "2025-2026", reason: "Première") { vintage }', "steward:publish");
  await hub.push({ baseRevision: 3, reason: "Une de plus." });
  // Laval says something of two figures: one is answered, the other taken back. It is reminded of its own.
  const [answered, withdrawn] = [await comment("Une personne de trop."), await comment("À revoir.")];
  commentReceipt = answered.receipt;
  await decide(
    `answerFigureComment(id: "${answered.comment.id}", answer: "Corrigé.") { receipt }`,
    "steward:publish",
  );
  const { errors } = await hub.ask(
    `mutation { withdrawFigureComment(id: "${withdrawn.comment.id}") { receipt } }`,
    {},
    anEstablishmentPrincipal(laval),
  );
  expect(errors).toBeUndefined();
  await decide(
    `remindOffices(input: { campaign: "2025-2026", offices: ["bureau-${laval}"], message: "Bonjour" }) { recorded }`,
    "steward:collect",
  );
  await sealDays.run({
    address: hub.database.address,
    clock: () => new Date("2026-05-06T14:00:00Z"),
    signingKey: null,
  });
  [seal] = (await hub.database.query<SignedSeal>(
    `SELECT day::text, heads, signature, to_char(sealed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sealedAt"
     FROM quality_indicators_published.audit_heads`,
  )) as [SignedSeal];
  await hub.database.query(`CREATE SCHEMA untouched;
    ${kept.map((table) => `CREATE TABLE ${copyOf(table)} AS SELECT * FROM ${table}`).join(";")}`);
});
afterEach(async () => {
  await tamper(
    hub.database,
    kept
      .map((table) => `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM ${copyOf(table)}`)
      .join(";"),
  );
});
afterAll(() => hub.database.drop());

const estrie = "ciusss-estrie-chus";
const laval = "cisss-laval";
async function comment(text: string): Promise<{ receipt: string; comment: { id: string } }> {
  const figure = 'indicator: "IQP-06", campaign: "2024", level: PROVINCE, area: "QC"';
  const { data, errors } = await hub.ask<{ act: { receipt: string; comment: { id: string } } }>(
    `mutation ($text: String!) { act: commentOnFigure(input: { ${figure}, text: $text, idempotencyKey: $text }) {
      receipt comment { id } } }`,
    { text },
    anEstablishmentPrincipal(laval),
  );
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.act;
}
const entry = (change: string, sequence: number, chain = estrie): string =>
  `UPDATE quality_indicators.audit_entry SET ${change} WHERE chain = '${chain}' AND sequence = ${sequence}`;
const mine = `(SELECT id FROM quality_indicators.submission WHERE establishment = '${estrie}' AND campaign = '2025-2026')`;
const faultsAfter = async (sql: string): Promise<string[]> => {
  await tamper(hub.database, sql);
  return faultsOf(hub.database);
};

describe("the audit of a hub that did its work", () => {
  it("verifies, and so do a receipt and the heads of a day that others kept", async () => {
    expect(await faultsOf(hub.database, { receipts: [receipt, commentReceipt], seals: [seal] })).toEqual([]);
  });

  it("holds what an establishment, a collector and a publisher did, in one chain of the establishment", async () => {
    const events = await hub.database.query<{ event: string }>(
      "SELECT event FROM quality_indicators.audit_entry WHERE submission IN " + mine + " ORDER BY sequence",
    );
    expect(events.map(({ event }) => event).join(" ")).toBe(
      "CREATED REVISED VALIDATED RETURNED REVISED VALIDATED APPROVED PUBLISHED CORRECTED VALIDATED",
    );
  });
});

describe("a chain that somebody touched", () => {
  it.each([
    ["event", "event = 'APPROVED'"],
    ["actor", "actor = 'another'"],
    ["instant by a microsecond", "at = at + interval '1 microsecond'"],
    ["revision", "revision = 3"],
    ["subject", "subject = ''"],
    ["reason", "reason = ''"],
    ["vintage", "vintage = '2024.1'"],
    ["hash before", "before_hash = NULL"],
    ["hash after", "after_hash = ''"],
    ["submission", "submission = gen_random_uuid()"],
    ["salt", "salt = '\\x00'"],
    ["hash", "entry_hash = head"],
  ])("is found out by the %s of an entry", async (_title, change) => {
    // A change of the event or the revision also shows in where the submission stands.
    expect(await faultsAfter(entry(change, 7))).toContain(`ENTRY_CHANGED ${estrie} 7`);
  });

  it("is found out by its head, in the middle and at the end", async () => {
    expect(await faultsAfter(entry("head = salt", 7))).toEqual(
      expect.arrayContaining([`LINK_BROKEN ${estrie} 7`, `LINK_BROKEN ${estrie} 8`]),
    );
    expect(await faultsAfter(entry("head = salt", 8, "icm"))).toEqual(
      expect.arrayContaining(["LINK_BROKEN icm 8", "END_DIFFERS icm 8"]),
    );
  });

  it("is found out when an entry is taken out of the middle", async () => {
    const gone = `DELETE FROM quality_indicators.audit_entry WHERE chain = '${estrie}' AND sequence = 8`;
    expect(await faultsAfter(gone)).toContain(`ENTRY_MISSING ${estrie} 9`);
  });

  it("is found out when its tail is cut off", async () => {
    const tail = `DELETE FROM quality_indicators.audit_entry WHERE chain = '${estrie}' AND sequence > 12`;
    expect(await faultsAfter(tail)).toContain(`TAIL_MISSING ${estrie} 12`);
  });

  it("is found out when it is gone as a whole, or one is made up", async () => {
    expect(await faultsAfter("DELETE FROM quality_indicators.audit_entry WHERE chain = 'icm'")).toContain(
      "TAIL_MISSING icm 0",
    );
    expect(await faultsAfter("DELETE FROM quality_indicators.audit_chain WHERE chain = 'chum'")).toContain(
      "END_DIFFERS chum 8",
    );
  });

  it("is found out when two entries change places", async () => {
    const swap = [entry("sequence = 999", 6), entry("sequence = 6", 7), entry("sequence = 7", 999)].join(";");
    const faults = await faultsAfter(swap);
    expect(faults).toEqual(
      expect.arrayContaining([`ENTRY_CHANGED ${estrie} 6`, `ENTRY_CHANGED ${estrie} 7`]),
    );
  });
});

describe("a chain that was forged by somebody who knows how it is made", () => {
  const forgeReason = async (): Promise<void> => {
    await tamper(hub.database, entry("reason = 'Rien à signaler.'", 8));
    await forge(hub.database, estrie);
  };
  /** What else a careful forger takes away. */
  const silence = (): Promise<object[]> =>
    tamper(
      hub.database,
      `DELETE FROM quality_indicators_published.audit_heads;
       DELETE FROM quality_indicators.idempotency_key`,
    );

  it("follows from itself, and is found out by the seals and by the receipts that the hub kept", async () => {
    await forgeReason();
    const faults = await faultsOf(hub.database);
    expect(faults.filter((fault) => !fault.startsWith("KEY_RECEIPT_UNKNOWN"))).toEqual([
      `SEALED_HEAD_UNKNOWN ${estrie}`,
    ]);
    expect(faults).toContain(`KEY_RECEIPT_UNKNOWN ${estrie}`);
  });

  it("is found out by a receipt that an establishment kept, once the hub forgot everything else", async () => {
    await forgeReason();
    await silence();
    expect(await faultsOf(hub.database)).toEqual([]);
    const place = receipt.replace(/\/[0-9a-f]*$/, "").replace("/", " ");
    expect(await faultsOf(hub.database, { receipts: [receipt] })).toEqual([`RECEIPT_DIFFERS ${place}`]);
  });

  it("is found out by the heads that a witness kept", async () => {
    await forgeReason();
    await silence();
    expect(await faultsOf(hub.database, { seals: [seal] })).toEqual([
      "SEAL_MISSING",
      `SEALED_HEAD_UNKNOWN ${estrie}`,
    ]);
  });

  it("is found out by a receipt when the tail and all that tells of it are gone", async () => {
    await tamper(
      hub.database,
      `DELETE FROM quality_indicators.audit_entry WHERE submission IN ${mine};
       DELETE FROM quality_indicators.vintage_revision WHERE submission IN ${mine};
       DELETE FROM quality_indicators.submission_revision WHERE submission IN ${mine};
       DELETE FROM quality_indicators.submission WHERE id IN ${mine}`,
    );
    await forge(hub.database, estrie);
    await silence();
    expect(await faultsOf(hub.database)).toEqual([]);
    expect((await faultsOf(hub.database, { receipts: [receipt] })).join()).toMatch(/^RECEIPT_UNKNOWN/);
  });
});

describe("what witnesses bring", () => {
  it.each([
    "",
    "abc",
    `${estrie}/0/${"0".repeat(64)}`,
    `${estrie}/1/${"0".repeat(63)}`,
    `é/1/${"0".repeat(64)}`,
  ])("is told to be no receipt: « %s »", async (text) => {
    expect(await faultsOf(hub.database, { receipts: [text] })).toEqual(["RECEIPT_UNREADABLE"]);
  });

  it("is told to be a receipt of another chain, of another head, of a place that is not there", async () => {
    const head = receipt.split("/")[2]!;
    const receipts = [`icm/2/${head}`, `${estrie}/1/${head}`, `${estrie}/999/${head}`, `nobody/1/${head}`];
    expect(await faultsOf(hub.database, { receipts })).toEqual([
      "RECEIPT_DIFFERS icm 2",
      `RECEIPT_DIFFERS ${estrie} 1`,
      `RECEIPT_UNKNOWN ${estrie} 999`,
      "RECEIPT_UNKNOWN nobody 1",
    ]);
  });

  it("is told when heads were changed, or signed by somebody else", async () => {
    const heads = { ...seal.heads, icm: "0".repeat(64) };
    expect(await faultsOf(hub.database, { seals: [{ ...seal, heads }] })).toEqual([
      "SEAL_DIFFERS",
      "SEAL_UNSIGNED",
      "SEALED_HEAD_UNKNOWN icm",
    ]);
    const { privateKey } = generateKeyPairSync("ed25519");
    const other = await signingKeyOf(privateKey, "");
    const { day, sealedAt } = seal;
    const signature = await signSeal(other, { day, sealedAt, heads: seal.heads });
    expect(await faultsOf(hub.database, { seals: [{ ...seal, signature }] })).toEqual(["SEAL_UNSIGNED"]);
    expect(
      await faultsOf(hub.database, {
        seals: [{ ...seal, signature }],
        keys: [other.publicKey, (await signingKeyOf(null, hub.database.address.roleSecret)).publicKey],
      }),
    ).toEqual([]);
  });
});

describe("the seals that the hub keeps", () => {
  it("are found out when one was changed, signed again by another key, or taken out", async () => {
    const change = (set: string) => `UPDATE quality_indicators_published.audit_heads SET ${set}`;
    expect(await faultsAfter(change("heads = heads - 'icm'"))).toEqual(["SEAL_UNSIGNED"]);
    const forged: Seal = { day: seal.day, sealedAt: seal.sealedAt, heads: {} };
    const other = await signingKeyOf(generateKeyPairSync("ed25519").privateKey, "");
    const again = `heads = '{}', signature = '${await signSeal(other, forged)}'`;
    expect(await faultsAfter(change(again))).toEqual(["SEAL_UNSIGNED"]);
    const later = `INSERT INTO quality_indicators_published.audit_heads
      SELECT day + 2, heads, sealed_at, signature, key FROM quality_indicators_published.audit_heads`;
    expect(await faultsAfter(later)).toContain("SEAL_MISSING");
  });
});

describe("submissions and what the audit says of them", () => {
  const ofRevision = (change: string, revision: number) =>
    `UPDATE quality_indicators.submission_revision SET ${change} WHERE submission = ${mine} AND revision = ${revision}`;

  it.each([
    ["an answer", `responses = jsonb_set(responses, '{0,0,number}', '1234')`],
    ["who sent it", "submitted_by = 'another'"],
    ["when, by a microsecond", "submitted_at = submitted_at + interval '1 microsecond'"],
    ["its mode", "mode = 'DRAFT'"],
    ["its reason", "reason = 'autre'"],
    ["the notice", "notice_version = NULL"],
    ["whether it is synthetic", "synthetic = false"],
    ["the hash of the payload", "payload_hash = ''"],
  ])("differ by %s of a revision", async (_title, change) => {
    expect(await faultsAfter(ofRevision(change, 3))).toEqual([`REVISION_CHANGED ${estrie} 9`]);
  });

  it("differ when an answer was changed and the hash of the revision with it", async () => {
    await tamper(hub.database, ofRevision("reason = 'autre'", 3));
    const [changed] = await hub.database.query<Parameters<typeof contentHashOf>[1] & { office: string }>(
      `SELECT submission, revision, responses, submitted_by AS "submittedBy", submitted_at AS "submittedAt", mode,
         sent.reason, notice_version AS "noticeVersion", synthetic, payload_hash AS "payloadHash", office
       FROM quality_indicators.submission_revision AS sent JOIN quality_indicators.submission ON id = submission
       WHERE submission = ${mine} AND revision = 3`,
    );
    const place = { campaign: "2025-2026", office: changed!.office, establishmentCode: estrie };
    const sql = ofRevision(`content_hash = '${contentHashOf(place, changed!)}'`, 3);
    expect(await faultsAfter(sql)).toEqual([`REVISION_DIFFERS ${estrie} 9`]);
  });

  it("differ when a revision is gone", async () => {
    const gone = `DELETE FROM quality_indicators.submission_revision WHERE submission = ${mine} AND revision = 2`;
    expect(await faultsAfter(gone)).toEqual([
      `REVISION_MISSING ${estrie} 6`,
      `REVISION_MISSING ${estrie} 7`,
      `REVISION_MISSING ${estrie} 8`,
    ]);
  });

  it("differ when a revision came by a side door", async () => {
    const added = `INSERT INTO quality_indicators.submission_revision
      SELECT submission, 5, responses, submitted_by, submitted_at, mode, reason, notice_version, synthetic, payload_hash, content_hash
      FROM quality_indicators.submission_revision WHERE submission = ${mine} AND revision = 4`;
    expect(await faultsAfter(added)).toEqual([`REVISION_CHANGED ${estrie}`, `REVISION_UNRECORDED ${estrie}`]);
  });

  it.each([
    ["the state", "state = 'APPROVED'"],
    ["the current revision", "current_revision = 3"],
    ["the approved revision", "approved_revision = 4"],
    ["who approved", "approved_by = 'another'"],
    ["when it was approved", "approved_at = approved_at + interval '1 microsecond'"],
    ["the published revision", "published_revision = NULL"],
  ])("differ by %s", async (_title, change) => {
    expect(
      await faultsAfter(`UPDATE quality_indicators.submission SET ${change} WHERE id = ${mine}`),
    ).toEqual([`STATE_DIFFERS ${estrie}`]);
  });

  it("differ when a vintage says to be made of another revision", async () => {
    const other = `UPDATE quality_indicators.vintage_revision SET revision = 2 WHERE submission = ${mine}`;
    expect(await faultsAfter(other)).toEqual([
      expect.stringMatching(/^PUBLICATION_DIFFERS ciusss-estrie-chus/),
      expect.stringMatching(/^PUBLICATION_DIFFERS ciusss-estrie-chus/),
    ]);
  });

  it("differ when the answer kept under a key has a receipt of nothing", async () => {
    const other = `UPDATE quality_indicators.idempotency_key SET result = jsonb_set(result, '{receipt}', '"chum/1/00"')`;
    expect(await faultsAfter(other)).toEqual(Array(4).fill(`KEY_RECEIPT_UNKNOWN ${estrie}`));
  });
});

describe("comments on figures and reminders, and what the audit says of them", () => {
  const first = `WHERE text = 'Une personne de trop.'`;
  const ofOutcome = (change: string, state: string) =>
    `UPDATE quality_indicators.figure_comment_outcome SET ${change} WHERE state = '${state}'`;
  /** Where Laval's entry of an event stands, the first one. */
  const placeOf = async (event: string): Promise<string> => {
    const [entry] = await hub.database.query<{ sequence: number }>(
      `SELECT min(sequence) AS sequence FROM quality_indicators.audit_entry WHERE chain = '${laval}' AND event = '${event}'`,
    );
    return `${laval} ${entry!.sequence}`;
  };

  it.each([
    ["the words", "text = 'Tout va bien.'"],
    ["the figure", "indicator = 'IQP-05'"],
    ["the author", "written_by = 'another'"],
    ["the instant, by a microsecond,", "written_at = written_at + interval '1 microsecond'"],
    ["the mark of a demonstration", "synthetic = NOT synthetic"],
  ])("differ by %s of a comment, which is named", async (_title, change) => {
    const faults = await faultsAfter(`UPDATE quality_indicators.figure_comment SET ${change} ${first}`);
    expect(faults).toEqual([`COMMENT_CHANGED ${await placeOf("FIGURE_COMMENTED")}`]);
  });

  it.each([
    ["the words", "answer = 'Rien à corriger.'"],
    ["the author", "decided_by = 'another'"],
    ["the instant", "decided_at = decided_at - interval '1 day'"],
  ])("differ by %s of an answer", async (_title, change) => {
    expect(await faultsAfter(ofOutcome(change, "ANSWERED"))).toEqual([
      `COMMENT_OUTCOME_CHANGED ${await placeOf("FIGURE_COMMENT_ANSWERED")}`,
    ]);
  });

  it("differ when an answer was made a withdrawal, and when either is gone", async () => {
    const place = await placeOf("FIGURE_COMMENT_ANSWERED");
    expect(await faultsAfter(ofOutcome("state = 'WITHDRAWN', answer = NULL", "ANSWERED"))).toEqual([
      `COMMENT_UNRECORDED ${laval}`,
    ]);
    const gone = "DELETE FROM quality_indicators.figure_comment_outcome WHERE comment IN (SELECT id FROM";
    expect(await faultsAfter(`${gone} quality_indicators.figure_comment ${first})`)).toEqual([
      `COMMENT_MISSING ${place}`,
    ]);
  });

  it("differ when a comment is gone, or came by a side door", async () => {
    const added = `INSERT INTO quality_indicators.figure_comment (establishment, indicator, campaign, level, area, text,
        written_by, written_at, synthetic, idempotency_key, payload_hash)
      SELECT 'icm', indicator, campaign, level, area, text, written_by, written_at, synthetic, 'autre', payload_hash
      FROM quality_indicators.figure_comment ${first}`;
    expect(await faultsAfter(added)).toEqual(["COMMENT_UNRECORDED icm"]);
  });

  it("differ when a reminder was changed or is gone", async () => {
    const place = await placeOf("REMINDED");
    expect(await faultsAfter("UPDATE quality_indicators.reminder SET message = 'Rien'")).toEqual([
      `REMINDER_CHANGED ${place}`,
    ]);
    expect(await faultsAfter("DELETE FROM quality_indicators.reminder")).toEqual([
      `REMINDER_MISSING ${place}`,
    ]);
  });
});
