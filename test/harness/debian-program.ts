import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program that a test runs beside the hub. */
export interface ForeignProgram {
  readonly path: string;
  /** Where its libraries lie, when it was unpacked; null: where the system looks. */
  readonly libraries: string | null;
}

export interface WantedProgram {
  readonly name: string;
  /** Folders in which Debian puts it, searched before those of the PATH. */
  readonly places?: readonly string[];
  /** Where it lies in its packages. */
  readonly unpackedAt: string;
  /** What it is made of on Debian, libraries included; they are unpacked, not installed. */
  readonly packages: readonly string[];
}

/** The program that is installed, else Debian's, unpacked into the folder. Throws when there is neither. */
export function findProgram(folder: string, wanted: WantedProgram): ForeignProgram {
  const searched = [...(wanted.places ?? []), ...(process.env.PATH ?? "").split(delimiter)];
  const installed = searched.map((place) => join(place, wanted.name)).find((path) => existsSync(path));
  if (installed) return { path: installed, libraries: null };
  const unpacked = join(folder, wanted.name);
  mkdirSync(unpacked, { recursive: true });
  const run = (program: string, values: readonly string[]): void =>
    void execFileSync(program, values, { cwd: unpacked, stdio: ["ignore", "ignore", "pipe"] });
  try {
    run("apt-get", ["download", ...wanted.packages]);
    for (const file of readdirSync(unpacked).filter((name) => name.endsWith(".deb")))
      run("dpkg", ["-x", file, "root"]);
  } catch (error) {
    throw new Error(
      `no ${wanted.name} to test with: put it into the PATH, or run where \`apt-get download\` works (after \`apt-get update\`)`,
      { cause: error },
    );
  }
  const places = join(unpacked, "root", "usr", "lib");
  const libraries = (existsSync(places) ? readdirSync(places) : [])
    .filter((name) => name.endsWith("-linux-gnu"))
    .map((name) => join(places, name));
  return {
    path: join(unpacked, "root", wanted.unpackedAt),
    libraries: libraries.join(delimiter) || null,
  };
}
