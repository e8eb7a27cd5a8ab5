import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf } from "../addresses.js";
import { portalFolder } from "../asking/portal-documents.js";
import type { Language } from "../language.js";
import { Code } from "./code.js";
import { developersWords } from "./words.js";

const folder = join(portalFolder, "..", "downloads", "snippets");

// The programs themselves, which have tests of their own.
const snippets = [
  ["Python", readFileSync(join(folder, "read_release.py"), "utf8")],
  ["R", readFileSync(join(folder, "read_release.R"), "utf8")],
] as const;

/** How researchers find the releases, ask for access and read one. */
export const Releases = ({ language }: { readonly language: Language }) => {
  const say = developersWords(language);
  return (
    <>
      <p>{say("releasesText")}</p>
      <p>
        <a href={addressOf(language, "research")}>{say("releasesLink")}</a>
      </p>
      <p>{say("releasesWhy")}</p>
      <p>
        {say("releasesRegister")} <code>/data/register.csv</code>
      </p>
      {snippets.map(([name, code]) => (
        <details key={name}>
          <summary>{say("releasesRead", { name })}</summary>
          <Code label={say("releasesRead", { name })} language={language}>
            {code.trimEnd()}
          </Code>
        </details>
      ))}
    </>
  );
};
