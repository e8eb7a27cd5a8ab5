import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ExpectedOffice } from "./expected-office.js";
import type { LocalizedText } from "../../shared/localized-text.js";

/** One office that a campaign expects, as it stood when the campaign opened. */
@Entity({ schema: "quality_indicators", name: "frame" })
export class FrameOffice implements ExpectedOffice {
  @PrimaryColumn("text")
  campaign!: string;

  @PrimaryColumn("text")
  office!: string;

  @Column("text")
  establishment!: string;

  @Column("text")
  region!: string;

  @Column("text")
  regionGroup!: string;

  @Column("text", { nullable: true })
  peerGroup!: string | null;

  @Column("boolean", { name: "in_universe_32" })
  inUniverse32!: boolean;

  @Column("boolean", { name: "in_universe_35" })
  inUniverse35!: boolean;

  @Column("jsonb")
  names!: { establishment: LocalizedText; region: LocalizedText };
}
