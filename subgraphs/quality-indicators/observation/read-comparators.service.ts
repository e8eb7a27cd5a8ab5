import { asOfOf, readAsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { absentObservation } from "./absent-observation.js";
import { keyOfComparator } from "./comparator-request.js";
import { type Observation, ObservationStatus, type WiderArea } from "./observation.entity.js";
import { comparatorByKey } from "./observation.loader.js";

/** The same measure, category and vintage in the wider areas of a place, or why it is not there. */
export const readComparators = (context: SubgraphContext, observation: Observation): Promise<Observation[]> =>
  Promise.all(
    observation.comparedWith.map(async (wider) =>
      readAsOf(await readComparator(context, observation, wider), asOfOf(observation)),
    ),
  );

async function readComparator(
  context: SubgraphContext,
  observation: Observation,
  wider: WiderArea,
): Promise<Observation> {
  const { level, area } = wider;
  if (area === null)
    return absentObservation(
      observation,
      { level, code: "NONE", name: null },
      ObservationStatus.CANNOT_BE_CALCULATED,
      "IN_NO_GROUP",
    );
  const found = await comparatorByKey(context).load(keyOfComparator(observation, wider));
  const place = { level, code: area, name: null };
  return (
    found?.observation ??
    absentObservation(observation, place, ObservationStatus.SUPPRESSED, "NOTICE_STOPS_ABOVE")
  );
}
