import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { FastifyInstance } from "fastify";
import { compressed, type Encoding, encodingFor } from "../../cache/encodings.js";
import { portalFolder } from "../asking/portal-documents.js";

/** The style sheet and the small scripts of the pages, by addresses that change with what lies there. */
export interface Assets {
  readonly stylesheet: string;
  /** The address of an island by its name; throws when there is none. */
  island(name: string): string;
  routes(app: FastifyInstance): Promise<void>;
}

/** The style sheet under an address that stays: for pages of others, such as the development issuer's. */
export const lastingStylesheet = "/assets/portal.css";

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const filesOf = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(ending))
        .sort()
        .map((path) => join(folder, path))
    : [];

// Compiled islands lie in dist/, in the same folders.
const compiledFolder = portalFolder.includes(`${sep}dist${sep}`)
  ? portalFolder
  : join(portalFolder, "..", "..", "dist", "gateway", "portal");

/** Reads the portal's style sheets, the base first and each room's after it, and the compiled islands. */
export function readAssets(): Assets {
  const base = join(portalFolder, "assets", "base.css");
  const rooms = filesOf(portalFolder, ".css").filter((file) => file !== base);
  const css = Buffer.from([base, ...rooms].map((file) => readFileSync(file, "utf8")).join("\n"));
  const stylesheet = assetOf("portal", "css", "text/css; charset=utf-8", css);
  const islands = new Map(
    filesOf(compiledFolder, ".island.js").map((file) => {
      const code = readFileSync(file, "utf8").replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
      const name = basename(file, ".island.js");
      return [name, assetOf(name, "js", "text/javascript; charset=utf-8", Buffer.from(code))];
    }),
  );
  const icon = readFileSync(join(portalFolder, "assets", "icon.svg"));
  return {
    stylesheet: stylesheet.path,
    island(name) {
      const found = islands.get(name);
      if (!found) throw new Error(`no island « ${name} » under ${relative(process.cwd(), compiledFolder)}`);
      return found.path;
    },
    async routes(app) {
      const lasting = [
        { ...stylesheet, path: lastingStylesheet },
        { path: "/assets/icon.svg", type: "image/svg+xml", bytes: icon },
      ];
      for (const asset of [stylesheet, ...islands.values()])
        serve(app, asset, "public, max-age=31536000, immutable");
      for (const asset of lasting) serve(app, asset, "public, max-age=300");
    },
  };
}

function assetOf(name: string, ending: string, type: string, bytes: Buffer): Asset {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return { path: `/assets/${name}-${hash}.${ending}`, type, bytes };
}

function serve(app: FastifyInstance, { path, type, bytes }: Asset, cacheControl: string): void {
  const written = new Map<Encoding, Promise<Buffer>>();
  app.get(path, async (request, reply) => {
    const encoding = encodingFor(String(request.headers["accept-encoding"] ?? ""));
    reply.type(type).header("cache-control", cacheControl).header("vary", "accept-encoding");
    if (encoding === "identity") return reply.send(bytes);
    const body = written.get(encoding) ?? compressed(bytes, encoding, "kept");
    written.set(encoding, body);
    return reply.header("content-encoding", encoding).send(await body);
  });
}
