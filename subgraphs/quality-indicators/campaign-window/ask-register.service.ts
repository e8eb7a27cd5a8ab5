import type { SubgraphContext } from "../../shared/context.js";
import type { RegisterEstablishment } from "./frame-of-register.js";

const registerQuery = `query Register {
  establishments {
    code name { fr en status } peerGroup inUniverse32 inUniverse35 validFrom validTo
    region { code name { fr en status } group }
    partnershipOffice { code validFrom validTo }
  }
}`;

/** The register as the establishments subgraph tells it to anybody; refuses when it does not answer. */
export async function askRegister(context: SubgraphContext): Promise<readonly RegisterEstablishment[]> {
  const { establishments } = await context.ask<{ establishments: readonly RegisterEstablishment[] }>(
    "establishments",
    registerQuery,
  );
  return establishments;
}
