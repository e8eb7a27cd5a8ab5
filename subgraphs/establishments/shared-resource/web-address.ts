const longestAddress = 2_000;

/** The address as browsers write it, or null: only http and https to a named host, without a name or password in it. */
export function webAddress(given: string): string | null {
  const text = given.trim();
  if (text.length > longestAddress || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  const isNamed = /\.\p{Letter}{2,}\.?$/u.test(url.hostname) || url.hostname.includes(".xn--");
  return isWeb && isNamed && url.username === "" && url.password === "" ? url.href : null;
}

/** What two addresses of one page have in common: the scheme, www, the last slash and the anchor tell nothing. */
export function pageOf(address: string): string {
  const { hostname, port, pathname, search } = new URL(address);
  return `${hostname.replace(/^www\./, "")}:${port}${pathname.replace(/\/+$/, "")}${search}`;
}
