import { searchText } from "../../subgraphs/index.js";
import { asRow, type Planting, readReference } from "../planting.js";
import { withProvenance } from "./provenance.js";

interface Text {
  readonly fr: string;
  readonly en: string | null;
}
interface Place {
  readonly name: Text;
  readonly shortName: Text;
  readonly aliases: readonly { readonly label: string }[];
}
interface Resource {
  readonly title: Text;
  readonly description: Text;
}

const words = (...texts: (string | null)[]): string =>
  searchText(texts.filter((text) => text !== null).join(" "));

/** The register: regions, establishments, offices, repertoire. */
export function establishmentsReference(): Planting {
  const regions = withProvenance(readReference<object[]>("health-regions.json"));
  const places = withProvenance(readReference<(Place & object)[]>("establishments.json"));
  const offices = withProvenance(readReference<object[]>("partnership-offices.json"));
  const resources = withProvenance(
    readReference<(Resource & { reuseCount?: unknown })[]>("shared-resources.json"),
  );
  return {
    name: "reference",
    beds: [
      { table: "establishments_published.health_region", rows: regions.map(asRow) },
      {
        table: "establishments_published.establishment",
        rows: places.map((place) => ({
          ...asRow(place),
          search: words(
            place.name.fr,
            place.name.en,
            place.shortName.fr,
            place.shortName.en,
            ...place.aliases.map((alias) => alias.label),
          ),
        })),
      },
      { table: "establishments_published.partnership_office", rows: offices.map(asRow) },
      {
        table: "establishments_published.shared_resource",
        where: { planted: true },
        rows: resources.map(({ reuseCount: _unstated, ...resource }, position) => ({
          ...asRow(resource),
          position,
          search: words(
            resource.title.fr,
            resource.title.en,
            resource.description.fr,
            resource.description.en,
          ),
        })),
      },
    ],
  };
}
