// A real PostgreSQL server that the hub starts, finds again, mends and stops by itself.
export { EmbeddedDatabaseError, type EmbeddedDatabaseErrorCode } from "./errors.js";
export { forgetHubAddress, readHubAddress, writeHubAddress, type HubAddress } from "./hub-address.js";
export {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
  type EmbeddedDatabaseStep,
} from "./start.js";
