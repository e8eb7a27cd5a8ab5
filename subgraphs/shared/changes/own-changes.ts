import pg from "pg";
import { changeChannel } from "./change-triggers.js";

type Callback = (error?: Error | null) => void;
type Connect = (this: pg.Client, callback?: Callback) => Promise<unknown> | void;

// What the server answers; a connection that is lost answers nothing.
const isRefusal = (error: Error | null): boolean => error instanceof pg.DatabaseError;

/**
 * Connections that listen to what their own transactions change. PostgreSQL tells a session of its own changes with its
 * COMMIT, before it says that it is ready again: whoever waits for the COMMIT knows then what it changed, and no statement
 * is added to a transaction. What others change is heard elsewhere.
 */
export function hearingItself<Client extends typeof pg.Client>(
  base: Client,
  told: (topic: string) => void,
): Client {
  const connect = base.prototype.connect as Connect;
  class HearingClient extends (base as typeof pg.Client) {}
  HearingClient.prototype.connect = function (this: pg.Client, callback?: Callback) {
    this.on("notification", ({ processId, payload }) => {
      if (payload && processId === (this as unknown as { processID: number }).processID) told(payload);
    });
    const listen = (done: Callback): void => {
      // A pooler in between may know no LISTEN: the listener of the process hears what this one does not.
      this.query(`LISTEN ${changeChannel}`, (error) => done(isRefusal(error) ? null : error));
    };
    if (callback)
      return connect.call(this, (error) => {
        if (error) callback(error);
        else listen(callback);
      });
    return (connect.call(this) as Promise<unknown>).then(
      () => new Promise<void>((done, fail) => listen((error) => (error ? fail(error) : done()))),
    );
  } as never;
  return HearingClient as Client;
}
