import { describe, expect, it } from "vitest";
import { standingAfter } from "./submission-life.js";

/** What happened, written short: « APPROVED 2 ana » is the approval of revision 2 by ana. */
const after = (...events: string[]) =>
  standingAfter(
    events.map((short, index) => {
      const [event = "", revision, actor = "somebody"] = short.split(" ");
      return { event, revision: Number(revision), actor, atMicroseconds: String(index) };
    }),
  );

describe("where a submission stands by the audit", () => {
  it("is nowhere before anything happened", () => {
    expect(after()).toMatchObject({ state: null, currentRevision: null });
  });

  it.each([
    ["a draft", ["CREATED 1"], { state: "DRAFT", currentRevision: 1 }],
    ["submitted", ["CREATED 1", "VALIDATED 1"], { state: "SUBMITTED", currentRevision: 1 }],
    [
      "returned, then sent again as a draft",
      ["CREATED 1", "VALIDATED 1", "RETURNED 1", "REVISED 2"],
      { state: "DRAFT", currentRevision: 2, approvedRevision: null },
    ],
    [
      "approved, with who did it and when",
      ["CREATED 1", "VALIDATED 1", "APPROVED 1 ana"],
      { state: "APPROVED", approvedRevision: 1, approvedBy: "ana", approvedAtMicroseconds: "2" },
    ],
    [
      "published",
      ["CREATED 1", "VALIDATED 1", "APPROVED 1", "PUBLISHED 1"],
      { state: "PUBLISHED", publishedRevision: 1 },
    ],
    [
      "published while a correction waits",
      ["CREATED 1", "VALIDATED 1", "APPROVED 1", "CORRECTED 2", "VALIDATED 2", "PUBLISHED 1"],
      { state: "SUBMITTED", currentRevision: 2, approvedRevision: 1, publishedRevision: 1 },
    ],
    [
      "without approval once it was taken back",
      ["CREATED 1", "VALIDATED 1", "APPROVED 1", "UNAPPROVED 1"],
      { state: "RETURNED", approvedRevision: null, approvedBy: null, approvedAtMicroseconds: null },
    ],
    [
      "with the approval of what is published, once that of a correction was taken back",
      [
        "CREATED 1",
        "VALIDATED 1",
        "APPROVED 1 ana",
        "PUBLISHED 1",
        "CORRECTED 2",
        "VALIDATED 2",
        "APPROVED 2 bo",
        "UNAPPROVED 2",
      ],
      { state: "RETURNED", approvedRevision: 1, approvedBy: "ana", publishedRevision: 1 },
    ],
    [
      "withdrawn, and published as it was",
      ["CREATED 1", "VALIDATED 1", "APPROVED 1", "PUBLISHED 1", "WITHDRAWN 1"],
      { state: "WITHDRAWN", approvedRevision: null, publishedRevision: 1 },
    ],
    [
      "without the approval from before a withdrawal",
      ["CREATED 1", "APPROVED 1", "PUBLISHED 1", "WITHDRAWN 1", "REVISED 2", "APPROVED 2", "UNAPPROVED 2"],
      { state: "RETURNED", approvedRevision: null, publishedRevision: 1 },
    ],
    ["as before after an exception to the lock", ["CREATED 1", "LOCK_EXCEPTION 1"], { state: "DRAFT" }],
  ])("is %s", (_title, events, expected) => {
    expect(after(...events)).toMatchObject(expected);
  });
});
