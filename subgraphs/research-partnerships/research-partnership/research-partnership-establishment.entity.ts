import { Column, Entity, PrimaryColumn } from "typeorm";

/** The part of one establishment in one research partnership. */
@Entity({ schema: "research_partnerships_published", name: "research_partnership_establishment" })
export class ResearchPartnershipEstablishment {
  /** Identifier of the partnership. */
  @PrimaryColumn("text", { name: "partnership" })
  partnershipId!: string;

  /** Code of the establishment. */
  @PrimaryColumn("text", { name: "establishment" })
  establishmentCode!: string;

  /** Rank among the establishments of the partnership; the first one coordinates. */
  @Column("integer")
  position!: number;
}
