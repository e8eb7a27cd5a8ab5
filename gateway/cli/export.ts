import { rename, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { readTerminalConfig, type TerminalConfig } from "../config.js";
import { type Access, tokensOf } from "./access/access.js";
import { download } from "./download/download.js";
import { PartialFile } from "./download/partial-file.js";
import { UsageError } from "./exit-code.js";
import { hubAddress } from "./hub-address.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { withProgress } from "./progress-bar.js";

/** What `carrefour export` is told. */
export interface ExportOptions extends Access {
  readonly format: "csv" | "ndjson" | "parquet";
  readonly out?: string;
  readonly force?: true;
  readonly lang?: TerminalLanguage;
}

/** Downloads a release to a file, checks its length and its digest, and only then gives it its name. */
export async function exportRelease(
  release: string,
  options: ExportOptions,
  config: TerminalConfig = readTerminalConfig(),
): Promise<void> {
  const language = options.lang ?? config.language;
  const out = resolve(options.out ?? `${release}.${options.format}`);
  await refuseExisting(out, options.force === true);
  const hub = await hubAddress(options.url, config);
  const tokens = await tokensOf(options, hub, config);
  const url = `${hub}/data/releases/${encodeURIComponent(release)}.${options.format}`;
  const part = await PartialFile.open(`${out}.part`, url);
  try {
    const { bytes, isDigestTold } = await withProgress("{bar} {percentage} % · {eta_formatted}", 1, (done) =>
      download(url, tokens, part, done),
    );
    await part.close();
    // Somebody may have written it meanwhile.
    await refuseExisting(out, options.force === true);
    await rename(part.path, out);
    await part.forget();
    const checked = isDigestTold
      ? { fr: "longueur et empreinte vérifiées", en: "length and digest checked" }
      : { fr: "longueur vérifiée", en: "length checked" };
    console.log(
      inLanguage(
        {
          fr: `${out} : ${bytes.toLocaleString("fr-CA")} octets, ${checked.fr}.`,
          en: `${out}: ${bytes.toLocaleString("en-CA")} bytes, ${checked.en}.`,
        },
        language,
      ),
    );
  } finally {
    await part.close();
  }
}

async function refuseExisting(path: string, isForced: boolean): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere && !isForced)
    throw new UsageError({
      fr: `${path} existe déjà. Donnez un autre nom avec --out, ou --force pour le remplacer.`,
      en: `${path} exists already. Give another name with --out, or --force to replace it.`,
    });
}
