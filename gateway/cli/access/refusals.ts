import type { Words } from "../../figures-file/problem.js";

/** Nobody may do what was asked, or nobody said who asks: no login, an ended one, an issuer that says no. */
export class AccessRefused extends Error {
  constructor(readonly messages: Words) {
    super(messages.fr);
    this.name = "AccessRefused";
  }
}

/** What the command needs to ask does not answer, or does not answer as it should. */
export class NoAnswer extends Error {
  constructor(readonly messages: Words) {
    super(messages.fr);
    this.name = "NoAnswer";
  }
}
