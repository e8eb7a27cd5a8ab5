import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "./request-context.js";

/**
 * Hands on what subgraphs say of a response, such as that a push was replayed (the stock gateway drops it), and gives
 * errors of ours the number under which the log tells more.
 */
export const responseExtensions: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== "single") return;
        const { singleResult } = response.body;
        for (const { extensions } of singleResult.errors ?? [])
          if (extensions?.code === "INTERNAL") extensions.requestId ??= contextValue.requestId;
        if (Object.keys(contextValue.extensions).length > 0)
          singleResult.extensions = contextValue.extensions;
      },
    };
  },
};
