import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { Posture } from "../posture/posture.entity.js";

/** The three kinds of committee that the sources name. */
export enum CommitteeKind {
  CU = "CU",
  CUCI = "CUCI",
  CR = "CR",
}
registerEnumType(CommitteeKind, {
  name: "CommitteeKind",
  description:
    "Comité des usagers (CU), comité des usagers d'un centre intégré (CUCI), comité de résidents (CR). · Users' committee (CU), users' committee of an integrated centre (CUCI), residents' committee (CR).",
  valuesConfig: {
    CU: { description: "Comité des usagers. · Users' committee." },
    CUCI: {
      description:
        "Comité des usagers et du centre intégré (libellé imprimé). · Users' committee of the integrated centre.",
    },
    CR: { description: "Comité de résidents. · Residents' committee." },
  },
});

@ObjectType({
  description:
    "Une sorte de comité, avec son libellé imprimé. · A kind of committee, with its printed label.",
})
@Entity({ schema: "user_committees_published", name: "committee_kind" })
export class CommitteeKindDefinition {
  @Field(() => CommitteeKind, { description: "Code de la sorte de comité. · Code of the kind." })
  @Public()
  @PrimaryColumn("text")
  code!: CommitteeKind;

  /** Rank in the list. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Libellé, tel qu'imprimé. · Label, as printed." })
  @Public()
  @Column("jsonb")
  label!: LocalizedText;

  @Field(() => LocalizedText, { description: "Ce que fait ce comité. · What such a committee does." })
  @Public()
  @Column("jsonb")
  description!: LocalizedText;

  @Field(() => Posture, { description: "Mandat de ce comité. · Mandate of such a committee." })
  @Public()
  @Column("text")
  mandate!: Posture;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
