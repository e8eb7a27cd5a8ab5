import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { addressOf, type PageName } from "../addresses.js";
import { type Language, localeOf, otherLanguageOf } from "../language.js";
import { pageWords } from "./words.js";
import type { Crumb } from "./page.js";

/** Everything that stands around a page's own text. */
export interface DocumentParts {
  readonly language: Language;
  readonly title: string;
  readonly description?: string | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly body: ComponentChildren;
  /** This page's address in each language; null for a page that has none, such as an error. */
  readonly addresses: Readonly<Record<Language, string>> | null;
  readonly publicUrl: string;
  /** True when the hub holds demonstration data. */
  readonly isDemonstration: boolean;
  readonly stylesheet: string;
  /** Addresses of the scripts that help. */
  readonly scripts?: readonly string[];
  /** What stands in place of « Mon espace » for somebody who has signed in. */
  readonly account?: ComponentChildren;
}

const mainMenu: readonly PageName[] = [
  "indicators",
  "establishments",
  "regions",
  "recommendations",
  "sharedResources",
  "glossary",
];
const footMenu: readonly PageName[] = ["about", "contradictions", "comparison", "accessibility"];

/** A whole HTML document. */
export const documentOf = (parts: DocumentParts): string =>
  `<!doctype html>\n${renderToString(<Document {...parts} />)}\n`;

const Document = (parts: DocumentParts) => {
  const { language, title, description, addresses, publicUrl, stylesheet, scripts = [] } = parts;
  const say = pageWords(language);
  const isHome = addresses?.[language] === addressOf(language, "home");
  return (
    <html lang={localeOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{isHome ? `${say("site")} · ${say("tagline")}` : `${title} · ${say("site")}`}</title>
        {description && <meta name="description" content={description} />}
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {addresses && <link rel="canonical" href={`${publicUrl}${addresses[language]}`} />}
        {addresses && <link rel="alternate" hreflang="fr-CA" href={`${publicUrl}${addresses.fr}`} />}
        {addresses && <link rel="alternate" hreflang="en-CA" href={`${publicUrl}${addresses.en}`} />}
        <link
          rel="alternate"
          type="application/atom+xml"
          title={say("feed")}
          href={addressOf(language, "vintagesFeed")}
        />
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {say("skip")}
        </a>
        <Header {...parts} />
        {parts.isDemonstration && (
          <aside class="synthetic" aria-label={say("syntheticTitle")}>
            <p>{say("synthetic")}</p>
          </aside>
        )}
        {!isHome && <Breadcrumbs {...parts} />}
        <main id="main" tabIndex={-1}>
          <h1>{title}</h1>
          {parts.body}
        </main>
        <Footer language={language} />
      </body>
    </html>
  );
};

const Header = ({ language, addresses, account }: DocumentParts) => {
  const say = pageWords(language);
  const other = otherLanguageOf(language);
  const here = addresses?.[language] ?? "";
  return (
    <header class="site-header">
      <div class="site-name">
        <a href={addressOf(language, "home")}>
          <strong>{say("site")}</strong> <span>{say("tagline")}</span>
        </a>
      </div>
      <form class="site-search" role="search" action={addressOf(language, "search")} method="get">
        <label for="site-search">
          <span class="visually-hidden">{say("searchLabel")}</span>
        </label>
        <input id="site-search" type="search" name="q" maxLength={100} />
        <button type="submit">{say("search")}</button>
      </form>
      <div class="site-links">
        <a
          href={addresses?.[other] ?? addressOf(other, "home")}
          lang={localeOf(other)}
          hreflang={localeOf(other)}
        >
          {say("otherLanguage")}
        </a>
        {account ?? <a href={addressOf(language, "workspace")}>{say("signIn")}</a>}
      </div>
      <nav class="site-menu" aria-label={say("menu")}>
        <ul>
          {mainMenu.map((page) => (
            <MenuItem key={page} href={addressOf(language, page)} here={here}>
              {say(page as "indicators")}
            </MenuItem>
          ))}
          <MenuItem href={addressOf(language, "developers")} here={here}>
            {say("data")}
          </MenuItem>
        </ul>
      </nav>
    </header>
  );
};

const MenuItem = ({ href, here, children }: { href: string; here: string; children: string }) => (
  <li>
    <a href={href} aria-current={here === href ? "page" : here.startsWith(`${href}/`) ? "true" : undefined}>
      {children}
    </a>
  </li>
);

const Breadcrumbs = ({ language, title, crumbs = [] }: DocumentParts) => {
  const say = pageWords(language);
  return (
    <nav class="breadcrumbs" aria-label={say("breadcrumbs")}>
      <ol>
        <li>
          <a href={addressOf(language, "home")}>{say("home")}</a>
        </li>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
};

const Footer = ({ language }: { readonly language: Language }) => {
  const say = pageWords(language);
  return (
    <footer class="site-footer">
      <nav aria-label={say("footer")}>
        <ul>
          {footMenu.map((page) => (
            <li key={page}>
              <a href={addressOf(language, page)}>{say(page as "about")}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>{say("notGovernment")}</p>
    </footer>
  );
};
