import { EnglishStatus } from "../../shared/localized-text.js";
import { type ObservedArea, ObservationLevel } from "./observation.entity.js";

/** The area of every value of the whole of Québec. */
export const province: ObservedArea = {
  level: ObservationLevel.PROVINCE,
  code: "QC",
  name: { fr: "Québec", en: "Québec", status: EnglishStatus.SOURCE },
};
