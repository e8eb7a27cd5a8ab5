/** A browser without a window: it keeps cookies, follows redirects and sends forms, over real HTTP. */
export interface Browser {
  readonly address: string;
  readonly status: number;
  readonly page: string;
  readonly headers: Headers;
  /** Opens an address and follows it to the page that it ends on. */
  open(address: string): Promise<Browser>;
  /** Sends the only form of the page with the given fields. */
  send(fields: Record<string, string>): Promise<Browser>;
}

const mostRedirects = 12;

/** Opens a browser that was nowhere yet. */
export function aBrowser(): Browser {
  const cookies = new Map<string, string>();
  const visit = async (address: string, form?: URLSearchParams): Promise<Browser> => {
    let [next, body] = [address, form];
    for (let hop = 0; hop < mostRedirects; hop += 1) {
      const { host } = new URL(next);
      const sent = [...cookies].filter(([key]) => key.startsWith(`${host} `));
      const response = await fetch(next, {
        ...(body ? { method: "POST", body } : {}),
        redirect: "manual",
        headers: {
          "accept-language": "fr-CA",
          cookie: sent.map(([key, value]) => `${key.slice(host.length + 1)}=${value}`).join("; "),
        },
      });
      for (const set of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === "" || /expires=Thu, 01 Jan 1970/i.test(set)) cookies.delete(`${host} ${name}`);
        else cookies.set(`${host} ${name}`, value);
      }
      const to = response.headers.get("location");
      if (to === null || response.status < 300 || response.status > 399)
        return at(next, response.status, await response.text(), response.headers);
      await response.body?.cancel();
      [next, body] = [new URL(to, next).href, undefined];
    }
    throw new Error(`more than ${mostRedirects} redirects from ${address}`);
  };
  const at = (address: string, status: number, page: string, headers: Headers): Browser => ({
    address,
    status,
    page,
    headers,
    open: (next) => visit(next),
    send: (fields) => {
      const action = /<form[^>]*\baction="([^"]*)"/.exec(page)?.[1] ?? "";
      return visit(new URL(action, address).href, new URLSearchParams(fields));
    },
  });
  return at("about:blank", 0, "", new Headers());
}
