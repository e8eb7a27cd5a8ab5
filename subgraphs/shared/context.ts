import type { AskedFields } from "./asked-fields.js";
import type { Clock } from "./clock.js";
import type { SubgraphDatabase } from "./database.js";
import type { AskPeer } from "./peer.js";
import type { Principal } from "./principal.js";
import type { Wait } from "./wait.js";

/** What a resolver knows of the request it answers. */
export interface SubgraphContext {
  readonly principal: Principal;
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly requestId: string;
  /** Signs and reads the cursors of lists; asked for when a page needs it: the secret may change while the hub runs. */
  readonly cursorKey: () => Buffer;
  /** What the operation names of each type; absent where no operation is carried out: everything is read. */
  readonly asked?: AskedFields;
  /** Loaders of this request, made on first use; see `loaderOf`. */
  readonly loaders: Map<object, unknown>;
  /** What the response says of itself beside its data, such as `replayed`. */
  readonly extensions: Record<string, unknown>;
  /** The wait for what is read; absent where something is changed, which is carried out whoever waits. */
  readonly wait?: Wait | undefined;
  /** Asks another subgraph, as the public could. */
  readonly ask: AskPeer;
}
