import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from "graphql";
import { HubError } from "../../subgraphs/index.js";
import type { VariantName } from "../supergraph/variant-name.js";
import { type KnownDocument, KnownDocuments } from "./known-documents.js";
import { costBudget } from "./limits/cost.js";
import { rosterLimits, variableLimits } from "./limits/variables.js";
import { refusalOfVariables } from "./measure-variables.js";
import { type Question, type ReadRequest, readQuestion } from "./read-question.js";
import { type Refusal, refusalOf } from "./refusal.js";

/** What an operation is expected to cost, and what it may. */
export interface Cost {
  readonly estimate: number;
  readonly budget: number;
}

/** An operation that may go on, and whether it only reads. */
export interface Admitted {
  readonly cost: Cost | null;
  readonly isQuery: boolean;
  /** What is asked; null when the document has no such operation, or several and none is named. */
  readonly asked: AskedOperation | null;
}

/** One operation as it is about to be executed. */
export interface AskedOperation extends Question {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Looks at a request before anything is validated, planned or executed. */
export type Guard = (request: ReadRequest) => Admitted | Refusal;

/**
 * Makes the guard of one door. Own code rather than validation rules of a library: rules run after the document was
 * parsed and beside the one that compares overlapping fields pair by pair, so that they refuse late and dearly; and
 * those at hand counted fragments wrongly (GHSA-733v-p3h5-qpq7, GHSA-hmfr-rx46-4jx2, GHSA-224p-v68g-5g8f). Measured with
 * graphql-armor 3 and graphql-query-complexity 2 on this schema: a fragment explosion 55 ms of CPU to refuse (here 1 to
 * 4), 480 overlapping fields 191 ms (here 0.5); 500 repeated fields, 20 introspections under aliases and a cost of lists
 * within lists let through.
 */
export function guardOf(door: VariantName, schema: GraphQLSchema): Guard {
  const documents = new KnownDocuments(schema);
  return (request) => {
    try {
      const question = readQuestion(request);
      const { query, variables, operationName } = question;
      const tooLarge = refusalOfVariables(variables, variableLimits[door]);
      if (query === null) return tooLarge ? refusalOf(tooLarge) : { cost: null, isQuery: true, asked: null };
      // A roster may be larger than any other variable: what takes one is known once the document is read.
      if (tooLarge && (door === "public" || refusalOfVariables(variables, rosterLimits)))
        return refusalOf(tooLarge);
      const document = documents.read(query);
      if ("error" in document) return document;
      if (tooLarge && !document.takesRoster(operationName)) return refusalOf(tooLarge);
      const type = document.operationType(operationName);
      if (request.method === "GET" && type !== null && type !== "query")
        return refusalOf(new HubError("ONLY_QUERIES_BY_GET"));
      const cost = { estimate: document.estimate(operationName, variables), budget: costBudget };
      const wrong = document.refusalOfVariables(operationName, variables);
      if (wrong) return refusalOf(wrong);
      if (cost.estimate > cost.budget) return tooCostly(cost);
      return { cost, isQuery: type === "query", asked: askedOf({ ...question, query }, document) };
    } catch (error) {
      if (error instanceof HubError) return refusalOf(error);
      throw error;
    }
  };
}

function askedOf(
  question: Question & { readonly query: string },
  { document, operationOf }: KnownDocument,
): AskedOperation | null {
  const isOne =
    question.operationName !== null ||
    document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
  const operation = operationOf(question.operationName);
  return isOne && operation ? { ...question, document, operation } : null;
}

function tooCostly(cost: Cost): Refusal {
  const error = new HubError("COST_TOO_HIGH", {
    estimate: String(cost.estimate),
    budget: String(cost.budget),
  }).toJSON();
  return { status: 400, error: { ...error, extensions: { ...error.extensions, cost } } };
}
