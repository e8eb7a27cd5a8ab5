import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

@ObjectType({
  description:
    "Un nom de bureau imprimé sans son établissement. · A name of an office, printed without its establishment.",
})
@Entity({ schema: "partners_published", name: "office_name_example" })
export class OfficeNameExample {
  /** Rank in the printed list. */
  @PrimaryColumn("integer")
  position!: number;

  @Field(() => String, { description: "Le nom, exact. · The name, exact." })
  @Public()
  @Column("text")
  label!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Nombre imprimé à côté du nom. · Count printed beside the name.",
  })
  @Public()
  @Column("integer", { nullable: true })
  printedCount!: number | null;

  @Field(() => Provenance, { description: "Où il est imprimé. · Where it is printed." })
  @Public()
  @Column("jsonb")
  provenance!: Provenance;
}
