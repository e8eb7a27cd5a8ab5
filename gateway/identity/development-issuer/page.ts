import { lastingStylesheet } from "../../portal/assets/assets.js";
import { type Language, texts } from "./texts.js";

/** Text made safe to stand between tags and in attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A page of the issuer: plain HTML, one style sheet of its own, no script. */
export const page = (language: Language, title: string, body: string): string => `<!doctype html>
<html lang="${texts[language].locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Carrefour</title><link rel="stylesheet" href="${lastingStylesheet}"></head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body></html>
`;

/**
 * What a browser may load and do on the issuer's pages. A form may lead on to the loopback address where the command
 * line waits: browsers hold the redirects after a form to `form-action` too.
 */
export const pageContentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self' http://127.0.0.1:*",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");
