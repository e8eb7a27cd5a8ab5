import type { Page } from "playwright-core";

/** Every address of the hub that a page leads to, with its fragment. */
export const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const at = (address: string | null): string => new URL(address ?? "", location.href).href;
    const links = [...document.querySelectorAll("a[href]")].map((link) => at(link.getAttribute("href")));
    const forms = [...document.querySelectorAll('form:not([method="post"])')].map((form) =>
      at(form.getAttribute("action")),
    );
    return [...links, ...forms].filter((address) => new URL(address).origin === location.origin);
  });

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
  async breaches(): Promise<string[]> {
    const byPlace = new Map<string, string[]>();
    for (const address of this.#from.keys()) {
      const place = address.split("#")[0]!;
      byPlace.set(place, [...(byPlace.get(place) ?? []), address]);
    }
    const breaches: string[] = [];
    for (const [place, addresses] of byPlace) {
      const from = `(from ${this.#from.get(addresses[0]!)})`;
      const response = await fetch(place, { headers: { accept: "text/html, */*" } });
      const text = await response.text();
      if (response.status !== 200) breaches.push(`${response.status} ${place} ${from}`);
      for (const address of addresses) {
        const fragment = decodeURIComponent(address.split("#")[1] ?? "");
        if (fragment && !text.includes(`id="${fragment}"`)) breaches.push(`no place for ${address} ${from}`);
      }
    }
    return breaches;
  }
}
