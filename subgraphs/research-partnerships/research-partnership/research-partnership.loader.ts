import { manyByKey, oneByKey } from "../../shared/loader.js";
import {
  findEstablishmentsOfPartnerships,
  findResearchPartnershipsByEstablishment,
  findResearchPartnershipsById,
  findResearchPartnershipsByUnit,
} from "./research-partnership.repository.js";

/** A research partnership by its identifier. */
export const researchPartnershipById = oneByKey(
  findResearchPartnershipsById,
  (partnership) => partnership.id,
);

/** The research partnerships of a unit. */
export const researchPartnershipsByUnit = manyByKey(
  findResearchPartnershipsByUnit,
  (partnership) => partnership.unitCode ?? "",
);

/** The research partnerships of an establishment. */
export const researchPartnershipsByEstablishment = manyByKey(
  findResearchPartnershipsByEstablishment,
  (part) => part.establishmentCode,
);

/** The establishments of a research partnership. */
export const establishmentsOfPartnership = manyByKey(
  findEstablishmentsOfPartnerships,
  (part) => part.partnershipId,
);
