import { GraphQLError, type GraphQLFormattedError } from "graphql";
import {
  begun,
  type FileAnswer,
  fileHeadHeader,
  type FileQuestion,
  hopHeader,
  HubError,
  isRefusal,
  type OpenSubgraph,
  type Principal,
  readFileHead,
  type SecretSource,
  signHop,
  type SubgraphName,
} from "../../subgraphs/index.js";

/** For whom a file is asked. */
export interface FileAsker {
  readonly principal: Principal;
  /** The verified Authorization header; null for the public. */
  readonly authorization: string | null;
  readonly requestId: string;
  /** Aborts when the bytes are no longer taken. */
  readonly signal: AbortSignal;
}

/** Where the files of a subgraph come from; throws a HubError when one is refused. */
export type FileSource = (question: FileQuestion, asker: FileAsker) => Promise<FileAnswer>;

/** The files of a subgraph of this process. */
export const filesInProcess =
  (subgraph: Pick<OpenSubgraph, "sendFile">): FileSource =>
  (question, { principal, requestId, signal }) =>
    subgraph.sendFile({ ...question, principal, requestId, signal });

export interface HttpFileOptions {
  readonly subgraph: SubgraphName;
  /** Of its graph. */
  readonly url: string;
  readonly hopSecrets: SecretSource;
  /** Told why nothing came; the caller is only told that this part of the hub does not answer. */
  readonly onFailure: (error: unknown) => void;
}

/** The files of a subgraph over HTTP: asked with a hop for this very question and the caller's token, as its graph is. */
export const filesOverHttp =
  ({ subgraph, url, hopSecrets, onFailure }: HttpFileOptions): FileSource =>
  async (question, { authorization, requestId, signal }) => {
    try {
      const body = JSON.stringify(question);
      const token = authorization?.slice("Bearer ".length) ?? null;
      const caller = token === null ? "public" : "token";
      const response = await fetch(new URL("/files", url), {
        method: "POST",
        headers: {
          "content-type": "application/json",
          [hopHeader]: signHop(hopSecrets, { subgraph, requestId, caller, token, body }),
          ...(authorization === null ? {} : { authorization }),
        },
        body,
        redirect: "error",
        signal,
      });
      if (!response.ok) throw await refusalIn(response);
      const { hasBody, ...head } = readFileHead(response.headers.get(fileHeadHeader) ?? "");
      if (hasBody && response.body) return { ...head, body: await begun(response.body) };
      await response.body?.cancel();
      return { ...head, body: null };
    } catch (error) {
      // A hop or a token that the subgraph refused, after the door took it, is nothing that the caller can mend.
      if (isRefusal(error) && error.extensions.code !== "UNAUTHENTICATED") throw error;
      if (!signal.aborted) onFailure(error);
      throw new HubError("SUBGRAPH_UNAVAILABLE");
    }
  };

async function refusalIn(response: Response): Promise<Error> {
  const { errors } = (await response.json()) as { errors?: GraphQLFormattedError[] };
  const [refused] = errors ?? [];
  if (!refused) return new Error(`${response.url} answered ${response.status}`);
  return new GraphQLError(refused.message, { extensions: refused.extensions ?? {} });
}
