import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** Where Chromium lies: CHROMIUM_PATH, else Debian's, which is installed when it is not there. Throws when there is none. */
export function findChromium(named: string | undefined = process.env.CHROMIUM_PATH): string {
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(
      `CHROMIUM_PATH: expected the path of a Chromium, got « ${named} », where there is nothing`,
    );
  }
  return installed() ?? install();
}

const installed = (): string | undefined => places.find((path) => existsSync(path));

function install(): string {
  const isRoot = process.getuid?.() === 0;
  const [program, ...before] = isRoot ? ["apt-get"] : ["sudo", "-n", "apt-get"];
  try {
    const values = [...before, "install", "-y", "--no-install-recommends", "chromium"];
    execFileSync(program!, values, { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    throw new Error(
      "no Chromium to test with: set CHROMIUM_PATH, or run where `apt-get install chromium` is allowed (as root, after `apt-get update`)",
      { cause: error },
    );
  }
  const found = installed();
  if (!found)
    throw new Error(`chromium is installed, but in none of ${places.join(", ")}: set CHROMIUM_PATH`);
  return found;
}

/** Starts Chromium without a window. Its own sandbox is left out where it cannot be: in a container, as root. */
export const launchChromium = (path: string = findChromium()): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
