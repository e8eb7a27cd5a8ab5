/** Why the hub cannot start, in both languages; the composition root prints it and leaves with code 1. */
export class StartError extends Error {
  constructor(
    readonly code: string,
    readonly french: string,
    readonly english: string,
  ) {
    super(`${french}\n${english}`);
    this.name = "StartError";
  }
}
