import { createHash } from "node:crypto";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
} from "graphql";
import { LRUCache } from "lru-cache";
import { HubError } from "../../subgraphs/index.js";
import { refusalOfCoercion } from "./coerce-variables.js";
import { refusalOfRosterShape, refusalOfWrittenRoster, takesRoster } from "./confidential-input.js";
import { estimateCost, type Variables } from "./estimate-cost.js";
import { documentLimits } from "./limits/index.js";
import { mostQueryCharacters } from "./limits/query-characters.js";
import { mostTokens } from "./limits/tokens.js";
import { measureDocument } from "./measure-document.js";
import { type Refusal, refusalOf } from "./refusal.js";

/** A document within its limits: what each of its operations is and costs. */
export interface KnownDocument {
  readonly document: DocumentNode;
  /** The operation of a name; the first without one. Undefined when there is none. */
  operationOf(name: string | null): OperationDefinitionNode | undefined;
  operationType(name: string | null): OperationTypeNode | null;
  estimate(name: string | null, variables: Variables): number;
  /** True for an operation that takes a roster: its variables may be larger. */
  takesRoster(name: string | null): boolean;
  /** Why an operation is not run with these variables; null when it may be. */
  refusalOfVariables(name: string | null, variables: Variables): HubError | null;
}

// In characters of documents; a tree takes some fifty times as many bytes as its text has characters.
const charactersKept = 1_000_000;
// What a document weighs at least: its hash and its place in the table.
const leastWeight = 200;

/**
 * Measures each document once and remembers what came out, good or bad, by the document's hash: asked again it costs
 * the hash.
 */
export class KnownDocuments {
  private readonly kept = new LRUCache<string, KnownDocument | Refusal>({ maxSize: charactersKept });

  constructor(private readonly schema: GraphQLSchema) {}

  /** The document, or why it is refused. */
  read(query: string): KnownDocument | Refusal {
    if (query.length > mostQueryCharacters)
      return refusalOf(
        new HubError("QUERY_TOO_LONG", {
          observed: String(query.length),
          most: String(mostQueryCharacters),
        }),
      );
    const hash = createHash("sha256").update(query).digest("base64");
    const known = this.kept.get(hash);
    if (known) return known;
    const read = readDocument(this.schema, query);
    this.kept.set(hash, read, { size: leastWeight + ("error" in read ? 0 : query.length) });
    return read;
  }
}

function readDocument(schema: GraphQLSchema, query: string): KnownDocument | Refusal {
  try {
    const document = parse(query, { maxTokens: mostTokens, noLocation: true });
    const shape = measureDocument(document);
    for (const { code, most, of } of documentLimits) {
      const observed = of(shape);
      if (observed > most)
        return refusalOf(new HubError(code, { observed: toldCount(observed), most: String(most) }));
    }
    const written = refusalOfWrittenRoster(document);
    return written ? refusalOf(written) : knownDocument(schema, document);
  } catch (error) {
    if (error instanceof HubError) return refusalOf(error);
    if (error instanceof GraphQLError) return refusalOfSyntax(error);
    throw error;
  }
}

// A count that fragments multiplied may have a hundred digits.
const toldCount = (count: number): string => (count > 1_000_000 ? "> 1 000 000" : String(count));

// The parser has no code for its own limit, only these words.
const isTokenLimit = /^Syntax Error: Document contains more that \d+ tokens/;

function refusalOfSyntax({ message, locations }: GraphQLError): Refusal {
  if (isTokenLimit.test(message))
    return refusalOf(new HubError("TOO_MANY_TOKENS", { most: String(mostTokens) }));
  const [place] = locations ?? [];
  const error = new HubError("GRAPHQL_PARSE_FAILED", {
    reason: message.replace(/\s+/g, " ").slice(0, longestReason),
    line: String(place?.line ?? "?"),
    column: String(place?.column ?? "?"),
  });
  return refusalOf(error, place ? { locations: [place] } : {});
}

// The parser repeats what it stumbled over, which may be long.
const longestReason = 200;

function knownDocument(schema: GraphQLSchema, document: DocumentNode): KnownDocument {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operationOf = (name: string | null): OperationDefinitionNode | undefined =>
    name === null ? operations[0] : operations.find((operation) => operation.name?.value === name);
  const fixed = new Map<OperationDefinitionNode, number>();
  return {
    document,
    operationOf,
    operationType: (name) => operationOf(name)?.operation ?? null,
    estimate(name, variables) {
      const operation = operationOf(name);
      if (!operation) return 0;
      const known = fixed.get(operation);
      if (known !== undefined) return known;
      const { estimate, dependsOnVariables } = estimateCost(schema, document, operation, variables);
      if (!dependsOnVariables) fixed.set(operation, estimate);
      return estimate;
    },
    takesRoster(name) {
      const operation = operationOf(name);
      return operation !== undefined && takesRoster(operation);
    },
    refusalOfVariables(name, variables) {
      const operation = operationOf(name);
      if (!operation) return null;
      return (
        refusalOfRosterShape(schema, operation, variables) ?? refusalOfCoercion(schema, operation, variables)
      );
    },
  };
}
