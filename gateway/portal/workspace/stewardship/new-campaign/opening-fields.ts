import type { SentForm } from "../../workspace-page.js";

/** The fields of the form, in their order. */
export const openingFields = [
  "code",
  "titleFr",
  "titleEn",
  "periodFrom",
  "periodTo",
  "periodLabel",
  "stockDate",
  "opensAt",
  "closesAt",
  "lockAt",
  "embargoUntil",
  "noteFr",
  "noteEn",
  "formOf",
  "noticeVersion",
  "noticeFr",
  "noticeEn",
] as const;
export type OpeningField = (typeof openingFields)[number];

/** What was sent, trimmed. */
export type GivenOpening = Readonly<Record<OpeningField, string>>;

export const givenOpening = (sent: SentForm): GivenOpening =>
  Object.fromEntries(openingFields.map((field) => [field, sent.one(field).trim()])) as GivenOpening;

// Where the hub says that something is to be mended, and the field that it was written in.
const fieldsOfPaths: Readonly<Record<string, OpeningField>> = {
  code: "code",
  title: "titleFr",
  "title.fr": "titleFr",
  "title.en": "titleEn",
  "period.from": "periodFrom",
  "period.to": "periodTo",
  "period.label": "periodLabel",
  period: "periodTo",
  stockDate: "stockDate",
  opensAt: "opensAt",
  closesAt: "closesAt",
  lockAt: "lockAt",
  embargoUntil: "embargoUntil",
  note: "noteFr",
  "note.fr": "noteFr",
  "note.en": "noteEn",
  "form.notice.version": "noticeVersion",
  "form.notice.text.fr": "noticeFr",
  "form.notice.text.en": "noticeEn",
};

/** The field that a place of the hub's input was written in; what has none stands beside the form taken. */
export const fieldOfPath = (path: string): OpeningField => fieldsOfPaths[path] ?? "formOf";
