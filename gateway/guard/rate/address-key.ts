import { isIPv4 } from "node:net";

// A household or an office is given a network of its own in IPv6: its addresses are one caller's.
const ipv6NetworkGroups = 4;

/** What requests of one address are counted under: the address in IPv4, its /64 network in IPv6. */
export function addressKey(address: string): string {
  const embedded = address.replace(/^::ffff:/i, "");
  if (isIPv4(embedded)) return embedded;
  const [head = "", tail = ""] = address.split("%")[0]!.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = address.includes("::")
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0")
    : [];
  return [...left, ...zeros, ...right]
    .slice(0, ipv6NetworkGroups)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
