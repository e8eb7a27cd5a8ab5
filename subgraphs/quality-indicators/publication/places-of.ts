import type { ExpectedOffice, NameText } from "../campaign-window/expected-office.js";
import type { ObservationToPublish, PublishedLevel, WiderArea } from "./observation-to-publish.js";
import type { ApprovedAnswers, PublicationInput } from "./publication-input.js";

/** A group of places, the offices expected of it, and the answers that came from it. */
export interface Group {
  readonly level: "PEER_GROUP" | "REGION_GROUP" | "HEALTH_REGION";
  readonly area: string;
  readonly name: NameText | null;
  readonly wider: readonly WiderArea[];
  readonly frame: ExpectedOffice[];
  readonly submissions: ApprovedAnswers[];
}

/** The wider areas that the rows of a place may be set beside. */
export const widerThan = (place: ExpectedOffice, level: PublishedLevel): WiderArea[] => {
  const wider: WiderArea[] = [
    { level: "PROVINCE", area: "QC" },
    { level: "PEER_GROUP", area: place.peerGroup },
    { level: "REGION_GROUP", area: place.regionGroup },
    { level: "HEALTH_REGION", area: place.region },
  ];
  if (level === "ESTABLISHMENT") return wider;
  return wider.filter((area) =>
    level === "HEALTH_REGION"
      ? area.level === "PROVINCE" || area.level === "REGION_GROUP"
      : area.level === "PROVINCE",
  );
};

/** The groups of a frame: peers, groups of regions and regions, each with what came from it. */
export function groupsOf({ frame, submissions }: PublicationInput): Group[] {
  const sent = new Map(submissions.map((submission) => [submission.office, submission]));
  const groups = new Map<string, Group>();
  const enter = (place: ExpectedOffice, level: Group["level"], area: string, name: NameText | null): void => {
    const key = `${level} ${area}`;
    const group =
      groups.get(key) ??
      ({ level, area, name, wider: widerThan(place, level), frame: [], submissions: [] } satisfies Group);
    groups.set(key, group);
    group.frame.push(place);
    const submission = sent.get(place.office);
    if (submission) group.submissions.push(submission);
  };
  for (const place of frame) {
    if (place.peerGroup !== null) enter(place, "PEER_GROUP", place.peerGroup, null);
    enter(place, "REGION_GROUP", place.regionGroup, null);
    enter(place, "HEALTH_REGION", place.region, place.names.region);
  }
  return [...groups.values()].sort((left, right) =>
    `${left.level} ${left.area}` < `${right.level} ${right.area}` ? -1 : 1,
  );
}

/** An establishment that answered, where it stands, and what its offices sent. */
export interface AnsweringEstablishment {
  readonly place: ExpectedOffice;
  readonly submissions: ApprovedAnswers[];
}

/** The establishments that answered, in the order of their first submission. */
export function answeringEstablishments({ frame, submissions }: PublicationInput): AnsweringEstablishment[] {
  const places = new Map(frame.map((place) => [place.office, place]));
  const found = new Map<string, AnsweringEstablishment>();
  for (const submission of submissions) {
    const place = places.get(submission.office);
    if (!place) continue;
    const known = found.get(place.establishment);
    if (known) known.submissions.push(submission);
    else found.set(place.establishment, { place, submissions: [submission] });
  }
  return [...found.values()];
}

/** The members of a row that say where it stands. */
export type Where = Pick<ObservationToPublish, "level" | "area" | "area_name" | "compared_with">;
