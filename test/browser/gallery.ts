import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { addressOf } from "../../gateway/portal/addresses.js";
import { note } from "../scale/tap.js";
import { Someone } from "./journeys/someone.js";
import { aVisitor, type VisitorOptions } from "./visitor.js";

const folder = join("gateway", "portal", "gallery");

/** A picture of a page, as somebody sees it. */
interface Picture {
  readonly name: string;
  readonly path: string;
  readonly as?: string;
  readonly seen?: Omit<Partial<VisitorOptions>, "address">;
}

const telephone = { viewport: { width: 360, height: 740 } };

const pictures: readonly Picture[] = [
  { name: "accueil", path: addressOf("fr", "home") },
  { name: "indicateur", path: addressOf("fr", "indicator", { code: "IQP-06" }) },
  {
    name: "indicator-dark",
    path: addressOf("en", "indicator", { code: "IQP-17" }),
    seen: { language: "en", colorScheme: "dark" },
  },
  { name: "regions", path: addressOf("fr", "regions") },
  { name: "etablissement", path: addressOf("fr", "establishment", { code: "chum" }) },
  { name: "telephone", path: addressOf("fr", "indicator", { code: "IQP-12" }), seen: telephone },
  {
    name: "formulaire",
    path: addressOf("fr", "figuresForm", { campaign: "2025-2026" }),
    as: "establishment:cisss-gaspesie",
  },
  {
    name: "publication",
    path: addressOf("fr", "stewardPublication", { campaign: "2025-2026" }),
    as: "steward:publish",
  },
];

const quality = 55;

/** Takes the pictures that the README shows, small enough to be kept beside the code. */
export async function paintGallery(browser: Browser, address: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  for (const { name, path, as, seen } of pictures) {
    const visitor = await aVisitor(browser, { language: "fr", address, ...seen });
    const someone = new Someone(visitor, seen?.language ?? "fr");
    await (as ? someone.signsIn(as, path) : someone.opens(path));
    const session = await visitor.context.newCDPSession(visitor.page);
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality });
    const picture = Buffer.from(data, "base64");
    bytes += picture.length;
    await writeFile(join(folder, `${name}.webp`), picture);
    await visitor.leave();
  }
  note(`${pictures.length} pictures in ${folder}, ${Math.round(bytes / 1_024)} KB`);
}
