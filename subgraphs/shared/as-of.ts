import { Arg } from "type-graphql";
import { CalendarDay } from "./calendar-day.js";
import { Public } from "./public.js";

const asOfText =
  "Tel que le carrefour le disait à la fin de ce jour, à l'heure de Toronto : versions connues, faits du registre valides, documents et éditions parus alors ; ce que le carrefour a su dès sa première lecture compte comme su depuis toujours. Les champs qui suivent gardent ce jour, sauf ceux qui viennent d'un autre sous-graphe (comités, recherche, valeurs d'un lieu) : ils disent le présent, ou prennent leur propre `asOf`. · As the hub told it at the end of that day, Toronto time: versions known, register facts valid, documents and vintages out by then; what the hub knew from its first reading counts as always known. The fields below keep that day, but for those that come from another subgraph (committees, research, values of a place): they tell the present, or take an `asOf` of their own.";

/** The argument `asOf` of a public field: a calendar day, or nothing for the latest. */
export const AsOf =
  (): ReturnType<typeof Arg> => (target: object, field: string | symbol, position: number) => {
    Arg("asOf", () => CalendarDay, { nullable: true, description: asOfText })(target, field, position);
    Public()(target, field, position);
  };

// Beside the properties of what was read as of a day, and copied with them; the latest reads cost nothing.
const dayRead = Symbol("asOf");
type Dated = { [dayRead]?: string };

/** Has an object remember the day as of which it was read, so that the fields below it follow; gives the object. */
export function readAsOf<Read extends object>(read: Read, asOf: string | undefined): Read {
  if (asOf !== undefined) (read as Dated)[dayRead] = asOf;
  return read;
}

/** The day as of which an object was read; undefined for the latest. */
export const asOfOf = (read: object): string | undefined => (read as Dated)[dayRead];
