import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProgram, type ForeignProgram } from "../harness/debian-program.js";
import { answersAt, Part } from "./part.js";

/** Debian's nginx. */
export const findNginx = (folder: string): ForeignProgram =>
  findProgram(folder, {
    name: "nginx",
    places: ["/usr/sbin"],
    unpackedAt: "usr/sbin/nginx",
    packages: ["nginx"],
  });

// One process, so that it is gone when it is killed; all it writes lies in the folder.
const mainFile = (folder: string): string => `daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((use) => `${use}_temp_path ${folder}/${use};`).join("\n  ")}
  include ${folder}/default.conf;
}
`;

export interface ReverseProxyOptions {
  readonly program: ForeignProgram;
  readonly folder: string;
  /** The template that the image is given, and what it fills in. */
  readonly template: string;
  readonly environment: Readonly<Record<string, string>>;
  /** http://host:port */
  readonly address: string;
}

/** The proxy of docker-compose.yml, from the very template that its image is given. */
export function reverseProxy(options: ReverseProxyOptions): Part {
  const { program, folder, template, environment, address } = options;
  mkdirSync(folder, { recursive: true });
  // As the image does: the variables of the environment, and no others, which are nginx's own.
  const filled = readFileSync(template, "utf8").replace(/\$\{(\w+)\}/g, (written, name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`${template} needs ${written}`);
    return value;
  });
  writeFileSync(join(folder, "default.conf"), filled);
  writeFileSync(join(folder, "nginx.conf"), mainFile(folder));
  return new Part({
    name: "proxy",
    program: program.path,
    values: ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")],
    cwd: folder,
    environment: program.libraries === null ? {} : { LD_LIBRARY_PATH: program.libraries },
    isReady: () => answersAt(`${address}/health/live`),
  });
}
