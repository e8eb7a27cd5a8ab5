import { manyByKey } from "../../shared/loader.js";
import { asCaller } from "../../shared/tenancy.js";
import type { CredentialAct } from "./credential.entity.js";
import { findCredentialActs } from "./credential.repository.js";

/** The acts of each credential, the first one first. */
export const actsByCredential = manyByKey<string, CredentialAct>(
  (context, ids) => asCaller(context, (manager) => findCredentialActs(manager, ids)),
  ({ credential }) => credential,
);
