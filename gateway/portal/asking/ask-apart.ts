import { type AskPublic, NothingAnswered, type PublicAnswer } from "./ask-public.js";
import type { PortalOperation } from "./portal-operation.js";

/**
 * Asks for a part that a page can do without: its data is null when a subgraph that is down took all of it along. Any other
 * failure is the page's own.
 */
export async function askApart<Data, Variables extends object>(
  ask: AskPublic,
  operation: PortalOperation<Data, Variables>,
  variables: Variables,
): Promise<PublicAnswer<Data | null>> {
  try {
    return await ask(operation, variables);
  } catch (error) {
    const isDown = error instanceof NothingAnswered && (error.status >= 500 || error.status === 200);
    if (!isDown) throw error;
    return { data: null, lost: [operation.name] };
  }
}
