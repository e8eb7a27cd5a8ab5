import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationTypeNode,
  parse,
  print,
  validate,
} from "graphql";
import type { Question } from "../truth/truth.js";
import { Chance } from "./chance.js";
import { Selections } from "./selections.js";
import { Variables } from "./variables.js";
import type { OperationWishes } from "./wishes.js";

const tries = 40;

/** Draws an operation that the schema allows. */
export function drawOperation(schema: GraphQLSchema, wishes: OperationWishes): Question {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const drawn = drawOnce(schema, wishes, new Chance(wishes.seed + attempt * 7_919), attempt > 3);
    if (validate(schema, drawn.document).length === 0) return drawn;
  }
  throw new Error(`no operation of seed ${wishes.seed} is valid`);
}

function drawOnce(
  schema: GraphQLSchema,
  wishes: OperationWishes,
  chance: Chance,
  isEachNamedApart: boolean,
): Question {
  const variables = new Variables(chance);
  const selections = new Selections({ schema, chance, variables, wishes, isEachNamedApart });
  const canWrite = Boolean(schema.getMutationType());
  const kind: OperationTypeNode =
    wishes.way?.kind ?? ((canWrite && chance.happens(12) ? "mutation" : "query") as OperationTypeNode);
  const root = kind === "mutation" ? schema.getMutationType()! : schema.getQueryType()!;
  const selectionSet = selections.of(root, wishes.depth, wishes.way?.steps ?? []);
  const isNamed = chance.happens(60);
  const operationName = isNamed ? "Drawn" : undefined;
  const hasOther = isNamed && chance.happens(8);
  const written: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      ...(hasOther ? parse("query Other { __typename }").definitions : []),
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: kind,
        ...(isNamed ? { name: { kind: Kind.NAME, value: "Drawn" } } : {}),
        variableDefinitions: variables.definitions,
        selectionSet,
      },
      ...selections.fragments,
    ],
  };
  const query = print(written);
  return { query, document: parse(query), variables: variables.values, operationName };
}
