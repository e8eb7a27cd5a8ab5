import { askApart } from "../asking/ask-apart.js";
import type { AskPublic } from "../asking/ask-public.js";
import { portalDocuments } from "./documents.operation.js";
import type { Documents } from "./source-line.js";

/** The documents that facts come from; without their titles a page still names them by their code. */
export async function askDocuments(
  ask: AskPublic,
): Promise<{ readonly documents: Documents; readonly lost: readonly string[] }> {
  const { data, lost } = await askApart(ask, portalDocuments, {});
  return { documents: data?.sources ?? [], lost };
}
