import type { Answer } from "../../subgraphs/offline.js";

/** A submission as far as a comparison with another campaign needs it. */
export interface EarlierSubmission<Kept extends Answer> {
  readonly campaign: string;
  readonly office: string;
  readonly state: string;
  readonly approvedRevision: number | null;
  readonly establishment: { readonly code: string } | null;
  readonly revisions: readonly { readonly revision: number; readonly answers: readonly Kept[] }[];
}

/** What an office last said in an earlier campaign. */
export interface LastYear<Kept extends Answer = Answer> {
  readonly campaign: string;
  readonly answers: readonly Kept[];
}

/** Finds what an office said last: of the latest earlier campaign, the approved revision, else the latest. */
export function lastYearOf<Kept extends Answer>(
  submissions: readonly EarlierSubmission<Kept>[],
  place: {
    readonly campaign: string;
    readonly establishment: string;
    readonly office: string | null;
  },
): LastYear<Kept> | null {
  const earlier = submissions.filter(
    ({ state, establishment, office, campaign }) =>
      state !== "WITHDRAWN" &&
      establishment?.code === place.establishment &&
      (place.office === null || office === place.office) &&
      // Codes of campaigns are years: their order is that of time.
      campaign < place.campaign,
  );
  const [last] = earlier.sort((left, right) => (left.campaign < right.campaign ? 1 : -1));
  return last ? { campaign: last.campaign, answers: answersOf(last) } : null;
}

const answersOf = <Kept extends Answer>({
  revisions,
  approvedRevision,
}: EarlierSubmission<Kept>): readonly Kept[] =>
  (revisions.find(({ revision }) => revision === approvedRevision) ?? revisions.at(-1))?.answers ?? [];
