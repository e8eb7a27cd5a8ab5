import type { FastifyInstance } from "fastify";
import type { CustomFetch } from "openid-client";

/**
 * Asks the development issuer in this very process: its address may be one that only browsers reach, such as that of a
 * proxy before the hub.
 */
export const fetchHere =
  (app: FastifyInstance): CustomFetch =>
  async (address, { method, headers, body }) => {
    const { pathname, search } = new URL(address);
    const answer = await app.inject({
      method: method === "POST" ? "POST" : "GET",
      url: `${pathname}${search}`,
      headers,
      ...(body === undefined || body === null ? {} : { payload: String(body) }),
    });
    const told = new Headers();
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined && name !== "set-cookie") told.set(name, String(value));
    return new Response(answer.payload, { status: answer.statusCode, headers: told });
  };
