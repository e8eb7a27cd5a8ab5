import { paths } from "../../addresses.js";
import { type Language, languages } from "../../language.js";

const longestPath = 2_000;

/**
 * The page to come back to after a sign-in: a path of the workspace on this very hub, or the workspace's own page. What
 * an address may hide (« //elsewhere », « /\elsewhere », a scheme, a tab in it) is read as a browser would.
 */
export function returnPath(asked: string | undefined, language: Language): string {
  const home = paths.workspace[language];
  if (asked === undefined || asked.length > longestPath || !asked.startsWith("/")) return home;
  const here = "http://here.invalid";
  if (!URL.canParse(asked, here)) return home;
  const { origin, pathname, search } = new URL(asked, here);
  const isOurs =
    origin === here &&
    languages.some((each) => isUnder(pathname, paths.workspace[each])) &&
    !isSignIn(pathname);
  return isOurs ? `${pathname}${search}` : home;
}

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

// Coming back to these would turn in a circle.
const isSignIn = (path: string): boolean =>
  languages.some((each) => isUnder(path, paths.signIn[each]) || isUnder(path, paths.signOut[each])) ||
  path === "/espace/retour";
