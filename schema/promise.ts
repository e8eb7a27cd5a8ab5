import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { schemaFolder } from "../gateway/hub.js";

// A deliberate act of whoever releases: from now on, taking anything of this away is a breaking change.
await copyFile(join(schemaFolder, "public.graphql"), join(schemaFolder, "public.promised.graphql"));
