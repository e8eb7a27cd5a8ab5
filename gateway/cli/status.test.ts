import { expect, it } from "vitest";
import type { ListedSubmission } from "../sdk/operations.js";
import { submissionTable } from "./status.js";

const submission = (state: string, audit: ListedSubmission["audit"]): ListedSubmission => ({
  id: "6c0c6a0c-0000-4000-8000-000000000000",
  campaign: "2025-2026",
  office: "bureau-chum",
  state,
  revision: 2,
  approvedRevision: null,
  publishedRevision: null,
  submittedAt: "2026-07-01T02:00:00.000Z",
  audit,
  establishment: { code: "chum" },
});
const created = { event: "CREATED", reason: null };
const returned = { event: "RETURNED", reason: "Vérifiez\u001b[2J B6." };

it("tells the state in words, and why a submission came back", () => {
  const told = submissionTable(
    [submission("RETURNED", [created, { event: "RETURNED", reason: "Avant." }, returned])],
    "fr",
  );
  expect(told).toContain("RETURNED (retourné, à corriger)");
  expect(told.split("\n").at(-1)).toBe("bureau-chum · 2025-2026 · retourné, à corriger : Vérifiez [2J B6.");
  expect(told).toContain("30 juin 2026");
  const unapproved = submission("RETURNED", [returned, { event: "UNAPPROVED", reason: "Relire B7." }]);
  expect(submissionTable([unapproved], "en")).toContain("returned, to correct : Relire B7.");
});

it("tells no reason of a submission that was corrected since", () => {
  const told = submissionTable([submission("SUBMITTED", [created, returned])], "en");
  expect(told).toContain("SUBMITTED (submitted)");
  expect(told).not.toContain("B6");
});
