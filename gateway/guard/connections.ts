import cluster from "node:cluster";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { addressKey } from "./rate/address-key.js";

// A process serves a few hundred at once; idle ones wait, and cost some kilobytes each.
const mostConnections = 10_000;
// A portal behind one address keeps a pool of some dozens.
const mostOfOneAddress = 1_000;

/** What each of several processes that share a port may hold: connections are dealt out to them in turn. */
export const connectionsOfOneWorker = (workers: number): { total: number; ofOneAddress: number } => ({
  total: mostConnections,
  ofOneAddress: Math.ceil(mostOfOneAddress / workers),
});

/**
 * Closes connections above the most that the server, or one address, may hold. Behind a trusted proxy all connections
 * are the proxy's, so only the total counts.
 */
export function limitConnections(
  server: Server,
  isBehindProxy: boolean,
  most: { total: number; ofOneAddress: number } = { total: mostConnections, ofOneAddress: mostOfOneAddress },
): void {
  // A worker that refuses a connection is offered it again and again while the others are full too: it takes and ends it.
  if (cluster.isWorker) server.on("connection", (socket: Socket) => endAbove(server, most.total, socket));
  else server.maxConnections = most.total;
  if (isBehindProxy) return;
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const key = addressKey(socket.remoteAddress ?? "");
    const count = (open.get(key) ?? 0) + 1;
    open.set(key, count);
    socket.once("close", () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
    if (count > most.ofOneAddress) socket.destroy();
  });
}

function endAbove(server: Server, most: number, socket: Socket): void {
  server.getConnections((_, count) => {
    if (count > most) socket.destroy();
  });
}
