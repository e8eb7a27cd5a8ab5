import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** One service of docker-compose.yml, as far as it can be run without containers. */
export interface ComposedService {
  readonly name: string;
  readonly command: readonly string[] | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly healthCheck: readonly string[];
  readonly dependsOn: readonly string[];
  /** Ports that the host publishes, as « address:host:container ». */
  readonly ports: readonly string[];
  /** Files of the repository that the service sees, as « here:there:ro ». */
  readonly volumes: readonly string[];
  /** The name of an image that is fetched; null when it is built here. */
  readonly image: string | null;
}

interface WrittenService {
  readonly command?: string[];
  readonly environment?: Record<string, string | null>;
  readonly healthcheck?: { readonly test: string[] };
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly ports?: string[];
  readonly volumes?: string[];
  readonly image?: string;
}

/** Reads the file as `docker compose` does: anchors merged, ${NAME:?message} and ${NAME:-default} filled in, $$ read as $. */
export function readComposeFile(path: string, variables: Record<string, string>): ComposedService[] {
  const text = readFileSync(path, "utf8").replace(
    /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string | undefined, kind: string | undefined, rest: string) => {
      if (name === undefined) return "$";
      const value = variables[name];
      if (value !== undefined) return value;
      if (kind === "-") return rest;
      throw new Error(`docker-compose.yml: ${name} is required: ${rest}`);
    },
  );
  const { services } = parse(text, { merge: true }) as { services: Record<string, WrittenService> };
  return Object.entries(services).map(([name, service]) => ({
    name,
    command: service.command ?? null,
    // A variable without value is an empty one.
    environment: Object.fromEntries(
      Object.entries(service.environment ?? {}).map(([variable, value]) => [variable, value ?? ""]),
    ),
    healthCheck: service.healthcheck?.test ?? [],
    dependsOn: Object.entries(service.depends_on ?? {}).map(([needed, { condition }]) => {
      if (condition !== "service_healthy")
        throw new Error(`docker-compose.yml: ${name} waits for ${needed} to be ${condition}`);
      return needed;
    }),
    ports: service.ports ?? [],
    volumes: service.volumes ?? [],
    image: service.image ?? null,
  }));
}

/** The services in the order in which they may start; refuses a service that waits for one that is not there. */
export function startOrder(services: readonly ComposedService[]): ComposedService[] {
  const byName = new Map(services.map((service) => [service.name, service]));
  const ordered: ComposedService[] = [];
  const visit = (service: ComposedService): void => {
    if (ordered.includes(service)) return;
    for (const needed of service.dependsOn) {
      const found = byName.get(needed);
      if (!found)
        throw new Error(`docker-compose.yml: ${service.name} waits for ${needed}, which is not a service`);
      visit(found);
    }
    ordered.push(service);
  };
  services.forEach(visit);
  return ordered;
}
