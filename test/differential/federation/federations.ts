import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";
import { type Federation, federationOf, type Service } from "./federation.js";

const library = "test/differential/library";

/** The hub's two supergraphs as they are committed, and one that has what the hub's have not. */
export async function allFederations(root: string): Promise<Federation[]> {
  const hub = await servicesIn(join(root, "schema/subgraphs"));
  const read = (file: string): Promise<string> => readFile(join(root, "schema", file), "utf8");
  return [
    federationOf("public", await read("supergraph.public.graphql"), hub),
    federationOf("authenticated", await read("supergraph.graphql"), hub),
    await libraryFederation(root),
  ];
}

/** A library that nobody has: interfaces, unions and every directive of federation. */
export async function libraryFederation(root: string): Promise<Federation> {
  const services = await servicesIn(join(root, library));
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error((errors ?? []).map(({ message }) => message).join("\n"));
  return federationOf("library", supergraphSdl, services);
}

const servicesIn = async (folder: string): Promise<Service[]> =>
  Promise.all(
    (await readdir(folder)).sort().map(async (file) => ({
      name: file.replace(".graphql", ""),
      sdl: await readFile(join(folder, file), "utf8"),
    })),
  );
