import { writeFile } from "node:fs/promises";
import { variables } from "../config.js";
import { environmentExample } from "./environment-example.js";

await writeFile(".env.example", environmentExample(variables));
