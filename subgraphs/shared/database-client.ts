import pg from "pg";

/**
 * A connection whose loss fails what is asked of it, then and later, and nothing else. `pg` tells the loss as an event
 * besides; heard by nobody, it would end the process, and everybody's requests with it. No pool hears it while a
 * connection is made ready or changes hands.
 */
export class DatabaseClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on("error", () => undefined);
  }
}
