import { type GraphQLNamedType, isEnumType } from "graphql";

// What a writer of text could trip over.
const words = [
  "simple",
  'des « guillemets », "quotes" et \\ barres',
  "une\nligne\tet une autre\r\n",
  "é à ü ß 漢字 🦫",
  "</script>\u2028\u2029\u0000\u001f\u007f",
  "",
  "\ud83e sans sa moitié",
];
const loose = [
  7,
  "texte",
  true,
  [],
  { a: 1, __typename: "Rien", list: [1, null, { b: [] }] },
  [[null, { fr: "é" }], -0.5],
  { id: null, errors: [], data: { "": 0 } },
];

/** The value of a leaf, as its hash has it. */
export function leafOf(type: GraphQLNamedType, hash: number): unknown {
  if (isEnumType(type)) return type.getValues()[hash % type.getValues().length]!.name;
  switch (type.name) {
    case "Int":
      return (hash % 2_001) - 1_000;
    case "Float":
      return hash % 5 === 0 ? hash % 100 : (hash % 100_000) / 7 - 5_000;
    case "Boolean":
      return hash % 2 === 0;
    case "ID":
      return `id ${hash}`;
    case "Json":
      return loose[hash % loose.length];
    case "String":
      return `${(hash >>> 8).toString(36)} ${words[hash % words.length]}`;
    default:
      return `${type.name} ${hash.toString(36)}`;
  }
}

/** The value of a field that tells entities apart. */
export const keyLeaf = (type: GraphQLNamedType, field: string, number: number): unknown =>
  type.name === "Int" ? number : `${field}-${number}`;

/** Which entity the value of such a field means; null when it is no such value. */
export function numberOf(value: unknown): number | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const [digits] = /\d+$/.exec(String(value)) ?? [];
  return digits === undefined ? null : Number(digits);
}
