/** One field as it stands in a selection, and the fragments that it takes beside the operation. */
export interface Written {
  readonly selection: string;
  readonly fragments: string;
}

/** What a way writes: a field of a type, its arguments, and the selection of what it answers. */
export interface FieldToWrite {
  readonly type: string;
  readonly name: string;
  readonly values: string;
  readonly rest: string;
}

/** A way to write a field; all of them must be answered, or refused, alike. */
export interface Way {
  readonly name: string;
  write(field: FieldToWrite, fragment: () => string): Written;
}

const renaming = "renamed_";

const plain = (selection: string): Written => ({ selection, fragments: "" });

/** The field itself: every other way must answer as this one. */
export const plainField: Way = {
  name: "plain field",
  write: ({ name, values, rest }) => plain(`${name}${values}${rest}`),
};

/** Aliases, inline fragments with and without a type, directives, named fragments, and one in another. */
export const otherWays: readonly Way[] = [
  { name: "alias", write: ({ name, values, rest }) => plain(`${renaming}${name}: ${name}${values}${rest}`) },
  {
    name: "inline fragment",
    write: ({ type, name, values, rest }) => plain(`... on ${type} { ${name}${values}${rest} }`),
  },
  {
    name: "bare inline fragment under directives",
    write: ({ name, values, rest }) =>
      plain(`... @include(if: true) { ${name}${values} @skip(if: false)${rest} }`),
  },
  {
    name: "named fragment",
    write({ type, name, values, rest }, fragment) {
      const own = fragment();
      return {
        selection: `...${own}`,
        fragments: ` fragment ${own} on ${type} { ${name}${values}${rest} }`,
      };
    },
  },
  {
    name: "fragment in a fragment, beside the name of the type",
    write({ type, name, values, rest }, fragment) {
      const [outer, inner] = [fragment(), fragment()];
      return {
        selection: `__typename ...${outer}`,
        fragments: ` fragment ${outer} on ${type} { ... on ${type} { ...${inner} } } fragment ${inner} on ${type} { ${renaming}${name}: ${name}${values}${rest} }`,
      };
    },
  },
];

export const everyWay: readonly Way[] = [plainField, ...otherWays];

/** An answer as the plain fields would have given it: without aliases and names of types. */
export function asPlain(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(asPlain);
  if (answer === null || typeof answer !== "object") return answer;
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => name !== "__typename")
      .map(([name, value]) => [name.replace(renaming, ""), asPlain(value)])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
}
