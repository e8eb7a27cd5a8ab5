#!/usr/bin/env node
// The installed command: compiles what changed, then runs the program.
import { build } from "../../build.mjs";

await build();
await import("../../dist/gateway/cli/program.js");
