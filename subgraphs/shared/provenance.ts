import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { Public } from "./public.js";

/** How a fact came into the hub. */
export enum ExtractionMethod {
  MANUAL = "MANUAL",
  PROGRAM = "PROGRAM",
}
registerEnumType(ExtractionMethod, {
  name: "ExtractionMethod",
  description: "Relevé à la main ou calculé par un programme. · Read by a person, or computed by a program.",
  valuesConfig: {
    MANUAL: { description: "Relevé à la main dans le document. · Read in the document by a person." },
    PROGRAM: { description: "Calculé par un programme. · Computed by a program." },
  },
});

/** Whether a fact was checked against its document. */
export enum ProvenanceStatus {
  VERIFIED = "VERIFIED",
  UNVERIFIED = "UNVERIFIED",
}
registerEnumType(ProvenanceStatus, {
  name: "ProvenanceStatus",
  description:
    "Vérifié dans le document, ou à confirmer (liste extérieure). · Checked in the document, or to be confirmed (outside list).",
  valuesConfig: {
    VERIFIED: { description: "Vérifié dans le document. · Checked in the document." },
    UNVERIFIED: {
      description:
        "À confirmer : vient d'une liste extérieure aux documents. · To be confirmed: comes from a list outside the documents.",
    },
  },
});

/** Where a fact comes from: document, section, exact quote. */
@ObjectType({
  description:
    "D'où vient un fait : document, section, citation exacte. · Where a fact comes from: document, section, exact quote.",
})
@Directive("@shareable")
export class Provenance {
  @Field(() => String, {
    description:
      "Code du document (voir `sources`), OUTSIDE pour une liste extérieure, HUB pour un calcul du carrefour. · Code of the document (see `sources`), OUTSIDE for an outside list, HUB for what the hub computed.",
  })
  @Public()
  document!: string;

  @Field(() => String, { nullable: true, description: "Édition du document. · Edition of the document." })
  @Public()
  edition!: string | null;

  @Field(() => String, {
    description: "Section du document ou nom de la liste. · Section of the document, or name of the list.",
  })
  @Public()
  section!: string;

  @Field(() => String, { nullable: true, description: "Citation exacte. · Exact quote." })
  @Public()
  quote!: string | null;

  @Field(() => ExtractionMethod, { description: "Comment le fait a été relevé. · How the fact was taken." })
  @Public()
  method!: ExtractionMethod;

  @Field(() => String, {
    nullable: true,
    description: "Jour du relevé (AAAA-MM-JJ). · Day on which it was taken (YYYY-MM-DD).",
  })
  @Public()
  extractedAt!: string | null;

  @Field(() => String, {
    description:
      "Licence du document, UNSTATED si elle n'est pas précisée. · Licence of the document, UNSTATED when it states none.",
  })
  @Public()
  licence!: string;

  @Field(() => ProvenanceStatus, { description: "Vérifié ou à confirmer. · Verified, or to be confirmed." })
  @Public()
  status!: ProvenanceStatus;

  /** Day or month on which the document came out, null when it is undated; `sources` tells it to callers. */
  publishedOn?: string | null;
}

/**
 * True when what a document prints was out at the end of a day, or when no day is asked about. A document dated by its
 * month alone counts from the first day of it, an undated one always: text order is the order of days.
 */
export const wasOutOn = (
  { publishedOn = null }: { readonly publishedOn?: string | null },
  day: string | undefined,
): boolean => day === undefined || publishedOn === null || publishedOn <= day;
