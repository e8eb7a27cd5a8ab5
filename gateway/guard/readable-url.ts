import type { IncomingMessage } from "node:http";

/**
 * The address of a request as the routes read it: a percent sign that encodes nothing stands for itself. Otherwise the
 * framework answers such an address before anything of ours does, without headers, in no language.
 */
export function readableUrl({ url = "/" }: Pick<IncomingMessage, "url">): string {
  const [path = ""] = url.split("?", 1);
  return isReadable(path) ? url : path.replaceAll("%", "%25") + url.slice(path.length);
}

function isReadable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
