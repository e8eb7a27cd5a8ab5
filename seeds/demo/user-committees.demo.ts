import { type Planting, readReference } from "../planting.js";
import { committeeCollaborations } from "./committee-collaborations.js";
import { seededRandom } from "./random.js";
import { proposed, syntheticProvenance } from "./synthetic-provenance.js";

interface Text {
  readonly fr: string;
  readonly en: string | null;
}
interface Place {
  readonly code: string;
  readonly type: string;
  readonly shortName: Text;
}
interface Kind {
  readonly code: string;
  readonly label: Text;
  readonly mandate: string;
}

const integratedCentres = new Set(["CISSS", "CIUSSS"]);

// Every establishment has a users' committee; integrated centres also have one of the centre, and one of residents.
const hasCommittee = (place: Place, kind: Kind): boolean =>
  kind.code === "CU" || integratedCentres.has(place.type);

/** Synthetic committees of the 35 establishments, each with none to two collaborations. */
export function userCommitteesDemo(): Planting {
  const random = seededRandom(2_024_0301);
  const kinds = readReference<Kind[]>("committee-kinds.json");
  const committees = readReference<Place[]>("establishments.json").flatMap((place) =>
    kinds
      .filter((kind) => hasCommittee(place, kind))
      .map((kind) => ({
        id: `${kind.code.toLowerCase()}-${place.code}`,
        kind: kind.code,
        name: proposed(
          `${kind.label.fr} – ${place.shortName.fr}`,
          `${kind.label.en ?? kind.label.fr} – ${place.shortName.en ?? place.shortName.fr}`,
        ),
        mandate: kind.mandate,
        establishment: place.code,
        origin: "SYNTHETIC",
        provenance: syntheticProvenance,
      })),
  );
  const collaborations = committees.flatMap((committee) => committeeCollaborations(committee, random));
  return {
    name: "demo",
    beds: [
      {
        table: "user_committees_published.user_committee",
        where: { origin: "SYNTHETIC" },
        rows: committees.map((committee, position) => ({ ...committee, position })),
      },
      {
        table: "user_committees_published.collaboration",
        where: { origin: "SYNTHETIC" },
        rows: collaborations.map((collaboration, position) => ({ ...collaboration, position })),
      },
    ],
  };
}
