import { expect, it } from "vitest";
import { figuresToSend, type PushOptions } from "./push-figures.js";
import { readReference } from "../figures-file/reference.js";
import type { OfficeFigures } from "../figures-file/read-figures.js";

const office: OfficeFigures = {
  campaign: "2025-2026",
  establishment: "chum",
  office: null,
  answers: [{ question: "B6", number: 40 }],
  rows: [[2]],
  blanks: new Map(),
  form: readReference().forms.get("2025-2026")!,
  firstRow: 2,
  unreadRows: new Set(),
};
const options: PushOptions = {
  mode: "SUBMIT",
  key: null,
  baseRevision: null,
  reason: null,
  noticeVersion: "1",
};
const keyOf = (changes: Partial<PushOptions> = {}, other = office): string =>
  figuresToSend(other, { ...options, ...changes }).idempotencyKey;

it("gives the same figures the same key, wherever they stand in the file", () => {
  expect(keyOf()).toMatch(/^[0-9a-f]{64}$/);
  expect(keyOf({}, { ...office, rows: [[9]], firstRow: 9 })).toBe(keyOf());
});

it("gives whatever is sent otherwise another key", () => {
  const keys = [
    keyOf(),
    keyOf({ mode: "DRAFT" }),
    keyOf({ baseRevision: 1 }),
    keyOf({ reason: "Un oubli" }),
    keyOf({ noticeVersion: "2" }),
    keyOf({}, { ...office, answers: [{ question: "B6", number: 41 }] }),
    keyOf({}, { ...office, establishment: "cusm" }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

it("sends the key that was asked for", () => {
  expect(keyOf({ key: "envoi-1" })).toBe("envoi-1");
});
