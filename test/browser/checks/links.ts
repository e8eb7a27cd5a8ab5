import type { Page } from "playwright-core";

/** Every address of the hub that a page leads to, with its fragment. */
export const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const at = (address: string | null): string => new URL(address ?? "", location.href).href;
    const links = [...document.querySelectorAll("a[href]")].map((link) => at(link.getAttribute("href")));
    const forms = [...document.querySelectorAll('form:not([method="post"])')].map((form) =>
      at(form.getAttribute("action")),
    );
    const isHere = (address: string): boolean => new URL(address).origin === location.origin;
    // Whoever signs out is out.
    return [...links, ...forms].filter((address) => isHere(address) && !/deconnexion|sign-out/.test(address));
  });

/** Asks for an address, and gives what comes. */
export type AskFor = (place: string) => Promise<{ readonly status: number; readonly text: string }>;

const asAnybody: AskFor = async (place) => {
  const response = await fetch(place, { headers: { accept: "text/html, */*" } });
  return { status: response.status, text: await response.text() };
};

/** The addresses that pages lead to, each asked once. */
export class Links {
  readonly #from = new Map<string, string>();

  add(addresses: readonly string[], page: string): void {
    for (const address of addresses) if (!this.#from.has(address)) this.#from.set(address, page);
  }

  get count(): number {
    return this.#from.size;
  }

  /** The addresses that do not answer 200, and the fragments that their pages have no place for. */
  async breaches(ask: AskFor = asAnybody): Promise<string[]> {
    const byPlace = new Map<string, string[]>();
    for (const address of this.#from.keys()) {
      const place = address.split("#")[0]!;
      byPlace.set(place, [...(byPlace.get(place) ?? []), address]);
    }
    const breaches: string[] = [];
    for (const [place, addresses] of byPlace) {
      const from = `(from ${this.#from.get(addresses[0]!)})`;
      const { status, text } = await ask(place);
      if (status !== 200) breaches.push(`${status} ${place} ${from}`);
      for (const address of addresses) {
        const fragment = decodeURIComponent(address.split("#")[1] ?? "");
        if (fragment && !text.includes(`id="${fragment}"`)) breaches.push(`no place for ${address} ${from}`);
      }
    }
    return breaches;
  }
}
