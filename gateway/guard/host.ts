import type { FastifyRequest } from "fastify";
import { HubError } from "../../subgraphs/index.js";

/**
 * The refusal of a Host header that is no name of a machine (RFC 9110, s. 7.2); null for any other. The server behind
 * the door makes an address of it, and would fail where the sender did.
 */
export const refusalOfHost = ({ hostname }: Pick<FastifyRequest, "hostname">): HubError | null =>
  hostname !== "" && URL.canParse(`http://${hostname}/`)
    ? null
    : new HubError("BAD_REQUEST", {
        reason: { fr: "en-tête Host mal formé", en: "malformed Host header" },
      });
