import { type Atom, mostLookedAt, type Row, RowSpace } from "./row-space.js";
import type { ToldOfQuestion, ToldPart } from "./told-part.js";

/** What a figure tells of the answers to one question in one area. */
export interface Line {
  readonly told: ToldOfQuestion;
  /** The offices of the area; null for all of them. */
  readonly offices: ReadonlySet<string> | null;
}

// So many unknowns can be followed; past it, what cannot be made sure of is withheld.
const mostColumns = 400;

/**
 * Facts about organisations: no figure, shown or computable from all that are shown, may be about fewer offices than
 * the smallest group. Only figures that share an unknown have to do with each other.
 */
export class FewOffices {
  private readonly families = new Map<string, Family>();
  private readonly familyOf: (line: Line) => string;

  /** All the lines that may ever be told; `most`: how many coefficients may be looked at for one of them. */
  constructor(lines: readonly Line[], smallest: number, most = mostLookedAt) {
    this.familyOf = familiesOf(lines);
    const members = new Map<string, Line[]>();
    for (const line of lines) {
      const family = this.familyOf(line);
      const known = members.get(family);
      if (known) known.push(line);
      else members.set(family, [line]);
    }
    for (const [family, own] of members) this.families.set(family, new Family(own, smallest, most));
  }

  /**
   * Tells the lines of a row, one after the other; tells none of them, and is false, where one would tell of too few
   * offices, or what is forbidden, beside those told before it.
   */
  tellAll(lines: readonly Line[]): boolean {
    const before = new Map<Family, () => void>();
    for (const line of lines) {
      const family = this.families.get(this.familyOf(line));
      if (!family) continue;
      if (family.tellsTooMuch(line)) {
        for (const takeBack of before.values()) takeBack();
        return false;
      }
      if (!before.has(family)) before.set(family, family.memory());
      family.tell(line);
    }
    return true;
  }

  /** Tells a line whatever it tells, and whether that is too much. */
  tellAnyhow(line: Line): boolean {
    const family = this.families.get(this.familyOf(line));
    const isTooMuch = family?.tellsTooMuch(line) ?? false;
    family?.tell(line);
    return isTooMuch;
  }

  /** Nothing that is told later may give this line, which one office dominates. */
  forbid = (line: Line): void => this.families.get(this.familyOf(line))?.forbid(line);
}

const kindsOf = ({ parts }: ToldOfQuestion): string[] => [
  ...new Set([...parts.values()].flatMap((own) => own.map(({ kind }) => kind))),
];

/** Names the families of lines: those that have a kind of unknown in common, directly or through others. */
function familiesOf(lines: readonly Line[]): (line: Line) => string {
  const parents = new Map<string, string>();
  const rootOf = (kind: string): string => {
    const parent = parents.get(kind) ?? kind;
    return parent === kind ? kind : rootOf(parent);
  };
  const kinds = new Map<ToldOfQuestion, string[]>();
  for (const { told } of lines) {
    if (kinds.has(told)) continue;
    const own = kindsOf(told);
    kinds.set(told, own);
    for (const kind of own) parents.set(rootOf(kind), rootOf(own[0] ?? kind));
  }
  return ({ told }) => rootOf(kinds.get(told)?.[0] ?? "");
}

/** The lines of one family, as rows over the unknowns of offices that no reader tells apart. */
class Family {
  private readonly space: RowSpace;
  private readonly rows = new Map<Line, Row>();
  private readonly isFollowed: boolean;

  constructor(
    lines: readonly Line[],
    private readonly smallest: number,
    most: number,
  ) {
    const { atoms, entries, columns } = alikeOffices(lines);
    this.isFollowed = columns <= mostColumns;
    this.space = new RowSpace(atoms, most);
    if (!this.isFollowed) return;
    for (const [index, line] of lines.entries()) {
      const row = new Float64Array(columns);
      for (const [column, times] of entries[index] ?? []) row[column] = (row[column] ?? 0) + times;
      this.rows.set(line, row);
    }
  }

  tellsTooMuch(line: Line): boolean {
    const row = this.rows.get(line);
    if (!this.isFollowed || row === undefined) return true;
    return this.space.tellsForbidden(row) || this.space.tellsOfFew(row, this.smallest);
  }

  forbid(line: Line): void {
    const row = this.rows.get(line);
    if (row) this.space.forbid(row);
  }

  /** What takes back all that is told from now on. */
  memory(): () => void {
    return this.space.memory();
  }

  tell(line: Line): void {
    const row = this.rows.get(line);
    if (row) this.space.add(row);
  }
}

/** One office's part in all lines: which of its unknowns stand in which line, how often. */
interface Profile {
  readonly unknowns: Map<string, number>;
  readonly entries: (readonly [line: number, unknown: number, times: number])[];
}

/** Puts together the offices of which every line tells the same way, and gives each of their unknowns a column. */
function alikeOffices(lines: readonly Line[]) {
  const profiles = new Map<string, Profile>();
  for (const [index, { told, offices }] of lines.entries())
    for (const [office, parts] of partsWithin(told, offices)) {
      const profile: Profile = profiles.get(office) ?? { unknowns: new Map(), entries: [] };
      profiles.set(office, profile);
      for (const { unknown, times } of parts) {
        const number = profile.unknowns.get(unknown) ?? profile.unknowns.size;
        profile.unknowns.set(unknown, number);
        profile.entries.push([index, number, times]);
      }
    }
  const groups = new Map<string, { profile: Profile; offices: number }>();
  for (const profile of profiles.values()) {
    const key = profile.entries.join(" ");
    const group = groups.get(key);
    if (group) group.offices += 1;
    else groups.set(key, { profile, offices: 1 });
  }
  const atoms: Atom[] = [];
  const entries = lines.map((): (readonly [column: number, times: number])[] => []);
  let columns = 0;
  for (const { profile, offices } of groups.values()) {
    const from = columns;
    columns += profile.unknowns.size;
    atoms.push({ columns: [...profile.unknowns.values()].map((unknown) => from + unknown), offices });
    for (const [line, unknown, times] of profile.entries) entries[line]?.push([from + unknown, times]);
  }
  return { atoms, entries, columns };
}

function* partsWithin(
  { parts }: ToldOfQuestion,
  offices: ReadonlySet<string> | null,
): Iterable<readonly [string, readonly ToldPart[]]> {
  if (offices === null) yield* parts;
  else
    for (const office of offices) {
      const own = parts.get(office);
      if (own) yield [office, own];
    }
}
