import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "./request-context.js";

/**
 * Hands on what the hub says of a response, such as that a push was replayed or what it cost, and nothing that the
 * gateway's own parts would add; gives each error the number under which the log tells more.
 */
export const responseExtensions: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== "single") return;
        const { singleResult } = response.body;
        for (const error of singleResult.errors ?? [])
          (error as { extensions?: unknown }).extensions = {
            ...error.extensions,
            requestId: contextValue.requestId,
          };
        const { extensions } = contextValue;
        if (Object.keys(extensions).length > 0) singleResult.extensions = extensions;
        else delete singleResult.extensions;
      },
    };
  },
};
