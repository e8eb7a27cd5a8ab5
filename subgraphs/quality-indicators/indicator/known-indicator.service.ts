import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import type { QualityIndicator } from "./indicator.entity.js";
import { indicatorByCode } from "./indicator.loader.js";

/** The indicator that an argument names; refuses a code that no indicator has. */
export async function knownIndicator(
  context: SubgraphContext,
  code: string,
  place = "indicator",
): Promise<QualityIndicator> {
  const indicator = await indicatorByCode(context).load(code);
  if (indicator === null)
    throw new HubError(
      "UNKNOWN_CODE",
      { code, what: { fr: "d'un indicateur", en: "of an indicator" } },
      place,
    );
  return indicator;
}
