// The words of PostgreSQL's protocol that end a transaction: the hub's statement, and the server's word that it is done.
const commit = Buffer.from("COMMIT\0");
const insertion = Buffer.from("INSERT");

interface Conversation {
  hasWritten: boolean;
  isCommitting: boolean;
  /** The end of what was said, lest a word be torn between two packets. */
  asked: Buffer;
  answered: Buffer;
}

/** Reads along between the hub and PostgreSQL: which transactions that wrote have asked for COMMIT and know no answer. */
export class CommitWatch {
  readonly #conversations = new Map<object, Conversation>();
  #onCommit: (() => void) | null = null;

  /** How many commits are in flight. */
  get inFlight(): number {
    return [...this.#conversations.values()].filter(({ isCommitting }) => isCommitting).length;
  }

  /** Calls back once, at the next commit that the hub sends. */
  atNextCommit(callback: (() => void) | null): void {
    this.#onCommit = callback;
  }

  asked(connection: object, chunk: Buffer): void {
    const conversation = this.#of(connection);
    const text = Buffer.concat([conversation.asked, chunk]);
    if (text.includes(insertion)) conversation.hasWritten = true;
    conversation.asked = text.subarray(-commit.length + 1);
    if (!text.includes(commit)) return;
    conversation.asked = Buffer.alloc(0);
    if (!conversation.hasWritten) return;
    conversation.isCommitting = true;
    const callback = this.#onCommit;
    this.#onCommit = null;
    callback?.();
  }

  answered(connection: object, chunk: Buffer): void {
    const conversation = this.#of(connection);
    const text = Buffer.concat([conversation.answered, chunk]);
    conversation.answered = text.subarray(-commit.length + 1);
    if (!text.includes(commit)) return;
    Object.assign(conversation, { isCommitting: false, hasWritten: false, answered: Buffer.alloc(0) });
  }

  ended(connection: object): void {
    this.#conversations.delete(connection);
  }

  #of(connection: object): Conversation {
    const known = this.#conversations.get(connection);
    if (known) return known;
    const fresh = {
      hasWritten: false,
      isCommitting: false,
      asked: Buffer.alloc(0),
      answered: Buffer.alloc(0),
    };
    this.#conversations.set(connection, fresh);
    return fresh;
  }
}
