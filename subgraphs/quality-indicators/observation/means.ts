import { ratioToOneDecimal } from "../computation/rounding.js";
import { type Observation, ObservationStatus } from "./observation.entity.js";
import type { ObservationMean } from "./observation-mean.entity.js";

/** The means of an observed total, one a basis; none of what is no total. */
export const meansOf = ({
  status,
  value,
  bases,
}: Pick<Observation, "status" | "value" | "bases">): ObservationMean[] =>
  status !== ObservationStatus.OBSERVED || value === null
    ? []
    : bases
        .filter(({ count }) => count > 0)
        .map(({ basis, count }) => ({ basis, denominator: count, value: ratioToOneDecimal(value, count) }));
