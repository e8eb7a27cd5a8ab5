import { Field, InputType, registerEnumType } from "type-graphql";

/** Which way a list is sorted. */
export enum SortDirection {
  ASC = "ASC",
  DESC = "DESC",
}
registerEnumType(SortDirection, {
  name: "SortDirection",
  description: "Sens d'un tri. · Direction of a sort.",
  valuesConfig: {
    ASC: {
      description:
        "Croissant, par code, caractère par caractère. · Ascending, by code, character by character.",
    },
    DESC: {
      description:
        "Décroissant, par code, caractère par caractère. · Descending, by code, character by character.",
    },
  },
});

/** What the records of a page or of a count are narrowed by, as a researcher writes it. */
@InputType({
  description:
    "Une condition sur une variable de la diffusion : `in` ou `notIn`, jamais les deux ; plusieurs conditions doivent être remplies toutes. · A condition on a variable of the release: `in` or `notIn`, never both; where there are several, all must hold.",
})
export class RecordConditionInput {
  @Field(() => String, {
    description:
      "Variable, nommée comme dans le dictionnaire de la diffusion. · Variable, named as in the release's dictionary.",
  })
  column!: string;

  @Field(() => [String], { nullable: true, description: "L'un de ces codes. · One of these codes." })
  in?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Aucun de ces codes. · None of these codes." })
  notIn?: string[] | null;
}

/** What the records of a page are sorted by. */
@InputType({
  description:
    "Une variable par laquelle trier ; à égalité, les fiches restent dans l'ordre de l'entente. · A variable to sort by; records that are equal stay in the order of the agreement.",
})
export class RecordOrderInput {
  @Field(() => String, {
    description:
      "Variable, nommée comme dans le dictionnaire de la diffusion. · Variable, named as in the release's dictionary.",
  })
  column!: string;

  @Field(() => SortDirection, {
    nullable: true,
    description: "Sens ; croissant si rien n'est dit. · Direction; ascending when nothing is said.",
  })
  direction?: SortDirection | null;
}
