import type { SubgraphContext } from "../../shared/context.js";
import type { Source } from "./source.entity.js";
import { findSources } from "./source.repository.js";

/** True when a document was out at the end of a day; one dated by its month counts from the first day of it. */
export const wasOutOn = ({ publishedOn }: Pick<Source, "publishedOn">, day: string): boolean =>
  publishedOn === null || publishedOn <= day;

/** The sources, those that were out on a day when one is given. */
export async function readSources(context: SubgraphContext, asOf?: string): Promise<Source[]> {
  const sources = await findSources(context);
  return asOf === undefined ? sources : sources.filter((source) => wasOutOn(source, asOf));
}

/** The codes of the documents that were out on a day. */
export async function documentsOutOn(context: SubgraphContext, day: string): Promise<ReadonlySet<string>> {
  return new Set((await readSources(context, day)).map((source) => source.code));
}
