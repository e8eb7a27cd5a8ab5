type Path = readonly (string | number)[];
type Data = Record<string, unknown>;

/**
 * Puts what a later round was answered beside what the first was, in place.
 * @returns the places where the two speak of different things, because something changed between them: what the later
 * round was asked for is left out there
 */
export function joinRounds(first: Data, later: Data): Path[] {
  const differing: Path[] = [];
  joinObjects(first, later, [], differing);
  return differing;
}

function joinObjects(first: Data, later: Data, path: Path, differing: Path[]): void {
  const shared = Object.keys(later).filter((key) => first[key] !== undefined);
  if (shared.some((key) => !isAlike(first[key], later[key]))) return void differing.push(path);
  for (const [key, value] of Object.entries(later)) {
    if (first[key] === undefined) first[key] = value;
    else joinValues(first[key], value, [...path, key], differing);
  }
}

function joinValues(first: unknown, later: unknown, path: Path, differing: Path[]): void {
  if (Array.isArray(first) && Array.isArray(later))
    return first.forEach((item, index) => joinValues(item, later[index], [...path, index], differing));
  if (isObject(first) && isObject(later)) joinObjects(first, later, path, differing);
}

/** Of one shape and, where it is a plain value, the same: the names of the hub's and the keys are such values. */
function isAlike(first: unknown, later: unknown): boolean {
  if (Array.isArray(first)) return Array.isArray(later) && first.length === later.length;
  if (isObject(first)) return isObject(later);
  return first === later;
}

const isObject = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);
