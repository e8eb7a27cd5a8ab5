// Makes what docker-compose.yml needs for a trial: machine.pem, the private key of the trial programs, and .env, with
// the public half of that key and fresh secrets. Nothing that exists is overwritten.
import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";

const files = { key: "machine.pem", environment: ".env" };
const there = Object.values(files).filter((file) => existsSync(file));
if (there.length > 0) {
  process.stderr.write(
    `Existe déjà, rien n'est touché · exists already, nothing was touched: ${there.join(", ")}\n`,
  );
  process.exit(2);
}

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
const { crv, kty, x, y } = publicKey.export({ format: "jwk" });
// The key's name is its thumbprint, as the command line writes it in its assertions (RFC 7638, s. 3.2).
const thumbprint = createHash("sha256").update(JSON.stringify({ crv, kty, x, y })).digest("base64url");
const secret = (bytes) => randomBytes(bytes).toString("hex");
const environment = {
  MACHINE_KEY_ID: thumbprint,
  MACHINE_KEY_X: x,
  MACHINE_KEY_Y: y,
  POSTGRES_PASSWORD: secret(24),
  REPLICATION_PASSWORD: secret(24),
  HOP_SECRET: secret(32),
  PORTAL_SESSION_KEY: secret(32),
  KEYCLOAK_ADMIN_PASSWORD: secret(24),
  DEMONSTRATION_PASSWORD: secret(12),
};
const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
const onlyMine = { mode: 0o600, flag: "wx" };
writeFileSync(files.key, privateKey.export({ type: "pkcs8", format: "pem" }), onlyMine);
writeFileSync(files.environment, lines.join(""), onlyMine);
process.stdout.write(`Écrits · written: ${Object.values(files).join(", ")}\n`);
