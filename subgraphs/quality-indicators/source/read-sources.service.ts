import type { SubgraphContext } from "../../shared/context.js";
import { wasOutOn } from "../../shared/provenance.js";
import type { Source } from "./source.entity.js";
import { findSources } from "./source.repository.js";

/** The sources, those that were out on a day when one is given. */
export async function readSources(context: SubgraphContext, asOf?: string): Promise<Source[]> {
  const sources = await findSources(context, asOf);
  return sources.filter((source) => wasOutOn(source, asOf));
}

/** The codes of the documents that were out on a day. */
export async function documentsOutOn(context: SubgraphContext, day: string): Promise<ReadonlySet<string>> {
  return new Set((await readSources(context, day)).map((source) => source.code));
}
