import { readRealm, type RealmIssuerOptions, serveRealm } from "./realm-issuer.js";

// A process of its own, as every service of the file has: node realm-issuer.main.js <options as JSON>
const { realmPath, ...options } = JSON.parse(process.argv[2] ?? "{}") as Omit<RealmIssuerOptions, "realm"> & {
  readonly realmPath: string;
};
await serveRealm({ ...options, realm: readRealm(realmPath, process.env as Record<string, string>) });
