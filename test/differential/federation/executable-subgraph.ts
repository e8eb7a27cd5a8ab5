import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  type SelectionSetNode,
  validate,
} from "graphql";
import { numberOf } from "../world/leaf.js";
import { Made, rootThing, type Thing } from "../world/thing.js";
import { Fault, type World } from "../world/world.js";
import { applied, fieldSet, fieldsOf } from "./applied.js";
import type { Federation } from "./federation.js";
import { nullableDocument } from "./nullable.js";
import type { Subgraph } from "./subgraph.js";

/** What a fetch asks of a subgraph. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

/** A subgraph that answers what the world says: as its own server would, or leaving its nulls to the gateway. */
export class ExecutableSubgraph {
  private readonly strict: GraphQLSchema;
  private readonly lenient: GraphQLSchema;
  private readonly documents = new Map<string, DocumentNode | Error>();

  constructor(
    private readonly federation: Federation,
    private readonly subgraph: Subgraph,
  ) {
    this.strict = this.answering(subgraph.document);
    this.lenient = this.answering(nullableDocument(subgraph.document));
  }

  /** Answers a fetch; what the subgraph's own schema does not allow is answered with errors, and counts as a fault of the gateway. */
  async answer({ query, variables, operationName }: Asked, world: World): Promise<ExecutionResult> {
    const document = this.documentOf(query);
    if (document instanceof Error) return { errors: [document as never] };
    return execute({
      schema: world.weather.isLenient ? this.lenient : this.strict,
      document,
      variableValues: variables,
      operationName,
      contextValue: world,
    });
  }

  private documentOf(query: string): DocumentNode | Error {
    const known = this.documents.get(query);
    if (known) return known;
    const document = parse(query);
    const [wrong] = validate(this.strict, document);
    if (this.documents.size > 2_000) this.documents.clear();
    this.documents.set(query, wrong ?? document);
    return wrong ?? document;
  }

  private answering(document: DocumentNode): GraphQLSchema {
    const schema = buildSubgraphSchema({ typeDefs: document });
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith("__") || type.name === "_Service" || type.name === "_Entity") continue;
      if (isAbstractType(type)) type.resolveType = (thing: Thing) => thing.typename;
      if (isObjectType(type)) this.resolve(type);
      if (isObjectType(type) || isInterfaceType(type)) this.refer(type.name, schema);
    }
    const entity = schema.getType("_Entity");
    if (isAbstractType(entity))
      entity.resolveType = (thing: Thing & { __typename?: string }) => thing.__typename ?? thing.typename;
    return schema;
  }

  private resolve(type: GraphQLObjectType): void {
    const declared = this.subgraph.schema.getType(type.name) as GraphQLObjectType;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith("_")) continue;
      const place = this.federation.places.get(`${type.name}.${field.name}`);
      const isOwn = place?.owners.includes(this.subgraph.name) ?? false;
      const provides = fieldSet(applied(declared.getFields()[field.name]!, "provides")[0]);
      field.resolve = (source: Thing | undefined, args, world: World) => {
        const thing = source ?? rootThing(type.name);
        const provided = isOwn ? provides : providedUnder(thing.provided, field.name);
        if (!place || (!isOwn && provided === undefined))
          throw new Error(`${this.subgraph.name} may not be asked for ${type.name}.${field.name}`);
        // What is provided on the way here may also be what it is computed from.
        if (place.needs && isOwn && !thing.given && !isProvided(thing.provided, place.needs))
          throw new Error(`${this.subgraph.name} was not told what ${place.coordinate} needs`);
        return providing(world.answer(place, thing, args), provided ?? null);
      };
    }
  }

  private refer(name: string, schema: GraphQLSchema): void {
    const type = schema.getType(name);
    const declared = this.subgraph.schema.getType(name);
    if ((!isObjectType(type) && !isInterfaceType(type)) || !declared || !("getFields" in declared)) return;
    const keys = applied(declared, "key").map((key) => fieldSet(key)!);
    if (keys.length === 0) return;
    const resolveReference = (given: Record<string, unknown>, world: World): Made | Fault | Error | null => {
      const number = keys.map((key) => numberIn(given, key)).find((one) => one !== null);
      if (number === undefined || number === null)
        return new Error(`no key of ${name} in ${JSON.stringify(given)}`);
      const { typename, identity } = world.entity(name, number);
      const thing = new Made(isInterfaceType(type) ? typename : name, identity, number, null, given);
      const loss = world.lossOf(this.subgraph.name, name, thing);
      if (loss === "missing") return null;
      return loss === "lost" ? new Fault("lost", `${name} is lost`) : thing;
    };
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  }
}

/** What is provided of a field's objects; undefined when the field itself is not provided. */
function providedUnder(
  provided: SelectionSetNode | null | undefined,
  name: string,
): SelectionSetNode | null | undefined {
  const node = provided ? fieldsOf(provided).find((field) => field.name.value === name) : undefined;
  return node && (node.selectionSet ?? null);
}

const isProvided = (provided: SelectionSetNode | null | undefined, needs: SelectionSetNode): boolean =>
  fieldsOf(needs).every(({ name, selectionSet }) => {
    const under = providedUnder(provided, name.value);
    return under !== undefined && (!selectionSet || isProvided(under, selectionSet));
  });

function providing(value: unknown, provided: SelectionSetNode | null): unknown {
  if (provided === null) return value;
  if (Array.isArray(value)) return value.map((one) => providing(one, provided));
  if (!(value instanceof Made)) return value;
  return new Made(value.typename, value.identity, value.number, provided);
}

/** Which entity a reference means, by one of its keys; null when that key did not come whole. */
function numberIn(given: Readonly<Record<string, unknown>>, key: SelectionSetNode): number | null {
  const nodes = fieldsOf(key);
  if (nodes.some(({ name }) => given[name.value] === undefined || given[name.value] === null)) return null;
  const plain = nodes.filter(({ selectionSet }) => !selectionSet);
  for (const { name } of plain) {
    const number = numberOf(given[name.value]);
    if (number !== null) return number;
  }
  for (const { name, selectionSet } of nodes) {
    const number = selectionSet ? numberIn(given[name.value] as Record<string, unknown>, selectionSet) : null;
    if (number !== null) return number;
  }
  return null;
}
