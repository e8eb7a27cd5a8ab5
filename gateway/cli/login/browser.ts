import open from "open";

/** Opens the person's browser; where none can be opened, the printed address remains. */
export async function openBrowser(address: string): Promise<void> {
  try {
    const started = await open(address);
    started.once("error", () => undefined);
  } catch {
    // The address was printed.
  }
}
