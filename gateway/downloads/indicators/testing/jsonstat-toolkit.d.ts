/** The part of the toolkit that the tests read files with; it ships without types. https://jsonstat.com/ */
declare module "jsonstat-toolkit" {
  interface Cell {
    readonly value: number | null;
    readonly status: string | null;
  }
  interface Dataset {
    readonly label: string;
    Data(at: Readonly<Record<string, string>>): Cell | null;
  }
  interface Collection {
    readonly class: string;
    readonly length: number;
    Dataset(rank: number): Dataset;
  }
  export default function JSONstat(given: object): Collection;
}
