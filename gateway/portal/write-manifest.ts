import { writeFileSync } from "node:fs";
import { manifestFile, writtenManifest } from "./portal-manifest.js";

// npm run operations:manifest
writeFileSync(manifestFile, `${JSON.stringify(writtenManifest(), null, 2)}\n`);
