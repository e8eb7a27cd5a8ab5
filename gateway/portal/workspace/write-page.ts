import type { FastifyReply } from "fastify";
import type { Language } from "../language.js";
import type { ShownPage } from "../page/page.js";
import { writtenPage, type WritingOptions } from "./written-page.js";

/** Sends a page of the workspace. */
export type WritePage = (
  reply: FastifyReply,
  shown: ShownPage,
  about: {
    readonly language: Language;
    readonly addresses: Readonly<Record<Language, string>> | null;
    readonly token: string | null;
  },
) => Promise<FastifyReply>;

/** Writes pages as they are served here. */
export const writesPages =
  (options: WritingOptions): WritePage =>
  async (reply, shown, about) =>
    reply.type("text/html; charset=utf-8").send(await writtenPage(shown, about, options));
