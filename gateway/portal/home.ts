import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { readyQuestions } from "./ready-questions.js";

const here = dirname(fileURLToPath(import.meta.url));

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const [portalQuestion] = readyQuestions;

const curl = (path: string, query: string): string =>
  `curl -s http://127.0.0.1:4000${path} -H 'content-type: application/json' --data-binary '${JSON.stringify({ query })}'`;

const texts = {
  fr: {
    language: "fr-CA",
    title: "Carrefour · les données du partenariat en santé au Québec",
    lead: "La plateforme centralisée, « accessible à tous », que le forum provincial de 2025 sur le partenariat en santé a recommandée.",
    synthetic:
      "Données de démonstration : les réponses, comités, partenariats de recherche et fiches de partenaires sont <strong>synthétiques</strong>. Les chiffres publiés et leurs sources sont réels.",
    you: "Vous êtes…",
    portal: [
      "le public, un portail",
      "Interrogez les indicateurs ouverts, sans compte.",
      "Ouvrir l'explorateur",
    ],
    establishment: [
      "un établissement",
      "Transmettez votre année : essai à blanc, tous les problèmes d'un coup, rien de perdu.",
      "npx carrefour token --as establishment:ciusss-estrie-chus",
    ],
    researcher: [
      "en recherche",
      "Lisez des fiches anonymisées, page par page, avec votre entente d'accès.",
      "npx carrefour token --as researcher",
    ],
    operator: ["à l'exploitation", "Vérifiez que le carrefour vit et qu'il est prêt."],
    example: "Un exemple à copier",
    doors: "Portes",
    other: ["/en", "English"],
  },
  en: {
    language: "en-CA",
    title: "Carrefour · Québec's data on partnership in health",
    lead: "The centralised platform, “accessible to all”, that the 2025 provincial forum on partnership in health recommended.",
    synthetic:
      "Demonstration data: answers, committees, research partnerships and partner records are <strong>synthetic</strong>. The published figures and their sources are real.",
    you: "You are…",
    portal: ["the public, a portal", "Query the open indicators, no account needed.", "Open the explorer"],
    establishment: [
      "an establishment",
      "Push your year: dry run, every problem at once, nothing lost.",
      "npx carrefour token --as establishment:ciusss-estrie-chus",
    ],
    researcher: [
      "a researcher",
      "Read anonymised records, page by page, under your access agreement.",
      "npx carrefour token --as researcher",
    ],
    operator: ["an operator", "Check that the hub is live and ready."],
    example: "An example to copy",
    doors: "Doors",
    other: ["/", "Français"],
  },
} as const;

type Texts = (typeof texts)["fr" | "en"];

const page = (told: Texts, isDemonstration: boolean): string => `<!doctype html>
<html lang="${told.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${told.title}</title><link rel="stylesheet" href="/home.css"></head>
<body>
<header><h1>${told.title}</h1><p>${told.lead}</p><p><a href="${told.other[0]}" hreflang="${told.other[0] === "/en" ? "en" : "fr"}">${told.other[1]}</a></p></header>
<main>
${isDemonstration ? `<p class="synthetic" role="note">${told.synthetic}</p>` : ""}
<h2>${told.you}</h2>
<div class="doors">
<section><h3>${told.portal[0]}</h3><p>${told.portal[1]}</p><p><a href="/explorer/">${told.portal[2]}</a></p></section>
<section><h3>${told.establishment[0]}</h3><p>${told.establishment[1]}</p><pre>${told.establishment[2]}</pre></section>
<section><h3>${told.researcher[0]}</h3><p>${told.researcher[1]}</p><pre>${told.researcher[2]}</pre></section>
<section><h3>${told.operator[0]}</h3><p>${told.operator[1]}</p><p><a href="/health/live">/health/live</a> · <a href="/health/ready">/health/ready</a></p></section>
</div>
<h2>${told.example}</h2>
<pre>${escapeHtml(
  curl(
    "/graphql",
    portalQuestion?.query
      .replace(/^#.*\n/gm, "")
      .replace(/\s+/g, " ")
      .trim() ?? "",
  ),
)}</pre>
<h2>${told.doors}</h2>
<ul><li><code>/graphql</code></li><li><code>/graphql/authenticated</code></li><li><a href="/explorer/">/explorer</a></li></ul>
</main>
</body></html>
`;

const styleFile = join(here.replace(`${join("dist", "gateway")}`, "gateway"), "home.css");

/**
 * The plain front page, French at / and English at /en: it leads each user to their door, and says when the hub
 * serves demonstration data.
 */
export async function homeRoutes(
  app: FastifyInstance,
  isDemonstration: () => Promise<boolean>,
): Promise<void> {
  const style = await readFile(styleFile, "utf8");
  for (const [path, told] of [["/", texts.fr] as const, ["/en", texts.en] as const]) {
    app.get(path, async (_, reply) => {
      const html = page(told, await isDemonstration());
      return reply.type("text/html; charset=utf-8").send(html);
    });
  }
  app.get("/home.css", async (_, reply) => reply.type("text/css; charset=utf-8").send(style));
}
