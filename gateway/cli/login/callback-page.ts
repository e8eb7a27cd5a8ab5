/** What the browser shows at the end of a login, in both languages: the command line cannot know the reader's. */
export const callbackPage = (isDone: boolean): string => `<!doctype html>
<html lang="fr-CA">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Carrefour</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}</style></head>
<body>
<main>
<h1>${isDone ? "Vous êtes connecté" : "La connexion n'a pas abouti"}</h1>
<p>${isDone ? "Vous pouvez fermer cette page et revenir au terminal." : "Le terminal dit pourquoi. Vous pouvez fermer cette page."}</p>
<section lang="en-CA">
<h2>${isDone ? "You are logged in" : "The login did not succeed"}</h2>
<p>${isDone ? "You may close this page and go back to the terminal." : "The terminal says why. You may close this page."}</p>
</section>
</main>
</body></html>
`;
