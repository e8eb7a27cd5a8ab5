import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "./request-context.js";

/** Hands on what subgraphs say of a response, such as that a push was replayed; the stock gateway drops it. */
export const responseExtensions: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== "single" || Object.keys(contextValue.extensions).length === 0) return;
        response.body.singleResult.extensions = contextValue.extensions;
      },
    };
  },
};
