type Path = readonly (string | number)[];
type Data = Record<string, unknown>;

/**
 * Puts what a later round was answered beside what the first was, in place.
 * @param manyValued names that may have another value in each round
 * @returns the places where the two speak of different things, because something changed between them: what the later
 * round was asked for is left out there
 */
export function joinRounds(first: Data, later: Data, manyValued: ReadonlySet<string>): Path[] {
  const differing: Path[] = [];
  const joinObjects = (one: Data, other: Data, path: Path): void => {
    const shared = Object.keys(other).filter((key) => one[key] !== undefined && !manyValued.has(key));
    if (shared.some((key) => !isAlike(one[key], other[key]))) return void differing.push(path);
    for (const [key, value] of Object.entries(other)) {
      if (one[key] === undefined) one[key] = value;
      else joinValues(one[key], value, [...path, key]);
    }
  };
  const joinValues = (one: unknown, other: unknown, path: Path): void => {
    if (Array.isArray(one) && Array.isArray(other))
      return one.forEach((item, index) => joinValues(item, other[index], [...path, index]));
    if (isObject(one) && isObject(other)) joinObjects(one, other, path);
  };
  joinObjects(first, later, []);
  return differing;
}

/** Of one shape and, where it is a plain value, the same: the names of the hub's and the keys are such values. */
function isAlike(first: unknown, later: unknown): boolean {
  if (Array.isArray(first)) return Array.isArray(later) && first.length === later.length;
  if (isObject(first)) return isObject(later);
  return first === later;
}

const isObject = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);
