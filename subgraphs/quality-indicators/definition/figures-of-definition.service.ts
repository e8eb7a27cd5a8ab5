import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { runApart } from "../../shared/apart.js";
import type { computePublication } from "../publication/compute-publication.js";
import { readCampaignFacts, readPublicationInput } from "../publication/prepare-publication.service.js";
import { findApproved } from "../publication/publication.repository.js";
import type { DefinedFigure } from "./define-indicator-result.entity.js";
import type { NewDefinition } from "./definition.repository.js";

/** What a definition would give for the province in each of its campaigns, by the rules of a publication. */
export async function figuresOfDefinition(
  context: SubgraphContext,
  definition: NewDefinition & { readonly version: number },
): Promise<DefinedFigure[]> {
  const figures: DefinedFigure[] = [];
  for (const code of definition.askedIn) {
    const facts = await readCampaignFacts(context, code);
    const input = await asCaller(context, async (manager) =>
      readPublicationInput(manager, context, facts, await findApproved(manager, code)),
    );
    const others = input.indicators.filter((indicator) => indicator.code !== definition.code);
    const rows = await runApart<typeof computePublication>(
      new URL("../publication/compute-publication.js", import.meta.url),
      "computePublication",
      { ...input, indicators: [...others, definition] },
    );
    figures.push(
      ...rows.filter(({ indicator, level }) => indicator === definition.code && level === "PROVINCE"),
    );
  }
  return figures;
}
