import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Path } from "../tree.js";

/** An error of a subgraph at its place in the whole answer; without a place when the subgraph names none. */
export function subgraphError(
  told: GraphQLFormattedError,
  subgraph: string,
  path: Path | null,
): GraphQLError {
  return new GraphQLError(
    typeof told.message === "string" && told.message !== ""
      ? told.message
      : `Error while fetching subquery from service "${subgraph}"`,
    {
      path,
      extensions: { code: "DOWNSTREAM_SERVICE_ERROR", ...told.extensions, serviceName: subgraph },
    },
  );
}

/** The errors of an answer that can be told of: whatever a subgraph sends is not yet a list of errors. */
export const toldErrors = (errors: unknown): readonly GraphQLFormattedError[] =>
  Array.isArray(errors)
    ? errors.filter((error): error is GraphQLFormattedError => typeof error === "object" && error !== null)
    : [];

/** A path as the subgraph gave it; null when it gave none that can be read. */
export const toldPath = ({ path }: GraphQLFormattedError): Path | null =>
  Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number")
    ? path
    : null;
