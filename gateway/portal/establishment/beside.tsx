import { Fragment } from "preact";
import type { Language } from "../language.js";
import { Engagement } from "../parts/engagement.js";
import { ShownValue } from "../parts/shown-value.js";
import { wordFor } from "../parts/words.js";
import { besideAt, type PlaceFigure } from "./read-figures.js";
import { establishmentWords } from "./words.js";

/** Who the peers are, from a figure beside them: « les CIUSSS »; null when there are none. */
export function peersInWords(of: PlaceFigure | undefined, language: Language): string | null {
  const code = of && besideAt(of, "PEER_GROUP")?.area.code;
  const group = peerGroups.find((one) => one === code);
  return group === undefined ? null : wordFor(language, "PeerGroup", group);
}

const peerGroups = ["CISSS", "CIUSSS", "CHU_INSTITUT"] as const;

/** The figure of a wider area, or that there is no such area. */
export const Beside = ({
  of,
  language,
}: {
  readonly of: PlaceFigure["comparators"][number] | null;
  readonly language: Language;
}) =>
  of ? (
    <Fragment>
      <ShownValue of={of} language={language} />
      {of.status === "OBSERVED" && <Engagement of={of.engagement} language={language} />}
    </Fragment>
  ) : (
    <Fragment>{establishmentWords(language)("noPeers")}</Fragment>
  );
