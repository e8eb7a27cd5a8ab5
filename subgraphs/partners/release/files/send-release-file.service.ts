import { HubError } from "../../../shared/errors.js";
import { mayRead, notAllowed } from "../../../shared/field-rules/access-rule.js";
import { answerFor } from "../../../shared/file-answer.js";
import type { FileAnswer, FileContext, FileQuestion } from "../../../shared/subgraph-file.js";
import { asCaller } from "../../../shared/tenancy.js";
import { openRelease, type OpenedRelease } from "../records/open-release.js";
import { companionFiles } from "./companion-file.js";
import { measureReleaseFile } from "./measure-release-file.service.js";
import { readReleaseFile } from "./read-release-file.service.js";
import { termsOf } from "./release-terms.js";
import { lengthOf, releaseFileFormats, releaseFileOf } from "./release-file.js";
import type { ReleaseFileFormat } from "./release-file-format.js";

// As the records of a release in the graph.
const readers = ["research:agreement"] as const;

const fileName = /^releases\/([\w-]{1,100})\.([a-z.-]{1,20})$/;

/**
 * Sends a file of a release, `releases/<code>.<ending>`: whole, from where it was broken off, or only what is known of
 * it. Refuses as the records of the graph are refused; what is not the caller's is not told from what does not exist.
 */
export async function sendReleaseFile(context: FileContext, question: FileQuestion): Promise<FileAnswer> {
  if (!mayRead(readers, context.principal)) throw notAllowed(readers);
  const [, code, ending] = fileName.exec(question.name) ?? [];
  const format = releaseFileFormats.find((known) => known.ending === ending);
  const companion = companionFiles.find((known) => known.ending === ending);
  if (code === undefined) throw new HubError("RELEASE_NOT_FOUND", {}, "release");
  const opened = await asCaller(context, (manager) => openRelease(manager, context, code));
  if (format) return sendRecords(context, question, opened, format);
  if (!companion) throw new HubError("RELEASE_NOT_FOUND", {}, "release");
  const { etag, ...content } = companion.write(opened);
  return answerFor(question, {
    etag,
    headers: headersOf(`${code}.${companion.ending}`, companion.contentType),
    measure: async () => content,
  });
}

function sendRecords(
  context: FileContext,
  question: FileQuestion,
  opened: OpenedRelease,
  format: ReleaseFileFormat,
): Promise<FileAnswer> {
  const { code } = opened.release;
  const { licence, citation } = termsOf(opened);
  const file = releaseFileOf(opened, format, { release: code, licence: licence.fr, citation: citation.fr });
  return answerFor(question, {
    etag: file.etag,
    headers: {
      ...headersOf(`${code}.${format.ending}`, format.contentType),
      link: companionFiles.map(({ ending, rel }) => `<${code}.${ending}>; rel="${rel}"`).join(", "),
    },
    async measure() {
      const measured = await measureReleaseFile(context, file);
      return {
        length: lengthOf(measured),
        sha256: measured.sha256,
        read: (span) => readReleaseFile(context, file, measured, span),
      };
    },
  });
}

const headersOf = (name: string, contentType: string): Record<string, string> => ({
  "content-type": contentType,
  "content-disposition": `attachment; filename="${name}"`,
});
