import type { EntityManager } from "typeorm";
import type { RosterPartner } from "./roster-partner.js";

/** The partners of every roster that the caller may read, without what tells who they are. */
export const findRoster = (manager: EntityManager): Promise<RosterPartner[]> =>
  manager.query(`
    SELECT region, age_band AS "ageBand", gender, standing, experience_domains AS "experienceDomains",
           synthetic
    FROM partners.partner`);
