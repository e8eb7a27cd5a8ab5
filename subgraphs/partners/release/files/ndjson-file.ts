import type { ReleaseFileFormat } from "./release-file-format.js";

/** One JSON object a line, as PostgreSQL writes it; a missing value is null. */
export const ndjsonFile: ReleaseFileFormat<null> = {
  ending: "ndjson",
  contentType: "application/x-ndjson; charset=utf-8",
  generator: 1,
  copiedAs: "JSON",
  isByLine: true,
  head: () => Buffer.alloc(0),
  encode: async (copied) => ({ bytes: Buffer.concat(copied), note: null }),
  tail: () => Buffer.alloc(0),
};
