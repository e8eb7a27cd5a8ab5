import { nobodysId } from "./example-arguments.js";
import { type PlantedMarks, releaseOf } from "./planted-marks.js";

/** How one caller asks a door for what another owns, and for what nobody does. */
export interface ForeignKey {
  readonly caller: string;
  readonly argument: string;
  readonly foreign: string;
  readonly unknown: string;
  /** The other arguments. */
  readonly beside?: Record<string, unknown>;
}

const nobodys = "code-de-personne";

/** What a caller gives at a door to reach a row of its own, where the usual example would reach none. */
export function ownKey(
  planted: PlantedMarks,
  caller: string,
  door: string,
): Readonly<Record<string, string>> | undefined {
  const keys: Record<string, Record<string, Readonly<Record<string, string>>>> = {
    submission: {
      estrie: { id: planted.estrie.submission },
      chum: { id: planted.chum.submission },
      collect: { id: planted.chum.submission },
    },
    auditTrail: { chum: { subject: "chum" } },
    partnerRecords: { "agreement 2": { release: releaseOf["agreement 2"] } },
    partnerRecordCounts: { "agreement 2": { release: releaseOf["agreement 2"], groupBy: "gender" } },
  };
  return keys[door]?.[caller];
}

/**
 * For each door where the table says « own »: the keys of another's rows to try, or why its arguments name nobody's row.
 */
export const foreignKeys = (
  planted: PlantedMarks,
): Readonly<Record<string, readonly ForeignKey[] | string>> => {
  const reason = "Essai de la matrice.";
  const ids = { caller: "estrie", argument: "id", foreign: planted.chum.submission, unknown: nobodysId };
  const codes = { caller: "estrie", argument: "code", foreign: planted.chum.resource, unknown: nobodys };
  const release = {
    caller: "agreement 1",
    argument: "release",
    foreign: releaseOf["agreement 2"],
    unknown: nobodys,
  };
  const releases = [release, { ...release, caller: "agreement 2", foreign: releaseOf["agreement 1"] }];
  return {
    "Query.me": "no argument",
    "Query.accessAgreements": "no argument",
    "Query.accessRequests": "no argument",
    "Query.releases": "no argument",
    "Query.roster": "no argument",
    "Query.addedResources": "a state is nobody's",
    "Query.submissions": "a campaign is nobody's",
    "Query.reminders": "a campaign is nobody's",
    "Query.completeness": "a campaign is nobody's",
    "Query.submission": [ids],
    "Query.auditTrail": [
      { ...ids, argument: "subject" },
      { ...codes, argument: "subject", foreign: "chum" },
    ],
    "Query.resourceReuses": [{ ...codes, foreign: planted.chum.reused }, codes],
    "Query.partnerRecords": releases,
    "Query.partnerRecordCounts": releases.map((key) => ({ ...key, beside: { groupBy: ["gender"] } })),
    "Query.figureComments": "a state and a campaign are nobody's",
    "Mutation.commentOnFigure": "names a published figure",
    "Mutation.withdrawFigureComment": [{ ...ids, foreign: planted.chum.comment }],
    "Mutation.addSharedResource": "names an establishment, a fact of the register",
    "Mutation.requestAccess": "names nobody's row",
    "Mutation.pushPartnerRoster": "names an establishment, a fact of the register",
    "Mutation.submitYearlyFigures": "names an establishment, a fact of the register",
    "Mutation.withdrawSubmission": [{ ...ids, beside: { reason } }],
    "Mutation.withdrawSharedResource": [{ ...codes, beside: { reason } }],
    "Mutation.reuseSharedResource": [codes],
    "Mutation.takeBackReuse": [{ ...codes, foreign: planted.chum.reused }, codes],
  };
};
