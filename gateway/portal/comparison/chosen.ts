import { type EstablishmentType, typeNamed } from "../establishments/establishment-types.js";
import type { PortalEstablishmentListQuery } from "../establishments/establishment-list.operation.js";

export type Place = PortalEstablishmentListQuery["establishments"][number];

/** The most establishments that are compared at once. */
export const mostCompared = 5;

/** Why a choice cannot be compared as it stands. */
export type Mistake =
  | { readonly kind: "unknownType"; readonly type: string }
  | { readonly kind: "unknown"; readonly code: string }
  | { readonly kind: "otherType"; readonly place: Place }
  | { readonly kind: "tooMany"; readonly count: number; readonly excess: number };

/** What was chosen to compare, checked. */
export interface Chosen {
  readonly type: EstablishmentType | null;
  /** The establishments of the chosen type, to choose from. */
  readonly offered: readonly Place[];
  /** Those that were chosen, of that type, each once. */
  readonly places: readonly Place[];
  readonly mistakes: readonly Mistake[];
  /** True when they are too many: then none is compared. */
  readonly isRefused: boolean;
}

/** Checks a choice; without a type, that of the first establishment is meant. */
export function chosenOf(
  typeAsked: string | undefined,
  codes: readonly string[],
  all: readonly Place[],
): Chosen {
  const asked = [...new Set(codes)].map((code) => ({
    code,
    place: all.find((place) => place.code === code),
  }));
  const known = asked.flatMap(({ place }) => (place ? [place] : []));
  const type = typeNamed(typeAsked) ?? known[0]?.type ?? null;
  const places = known.filter((place) => place.type === type);
  const excess = places.length - mostCompared;
  const mistakes: Mistake[] = [
    ...(typeAsked !== undefined && typeNamed(typeAsked) === null
      ? [{ kind: "unknownType" as const, type: typeAsked }]
      : []),
    ...(excess > 0 ? [{ kind: "tooMany" as const, count: places.length, excess }] : []),
    ...asked.flatMap(({ code, place }) => (place ? [] : [{ kind: "unknown" as const, code }])),
    ...known.filter((place) => place.type !== type).map((place) => ({ kind: "otherType" as const, place })),
  ];
  const offered = all.filter((place) => place.type === type);
  return { type, offered, places, mistakes, isRefused: excess > 0 };
}
