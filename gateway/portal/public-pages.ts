import { homePage } from "./home/home.page.js";
import type { Page } from "./page/page.js";

/** The pages that anybody may read. */
export const publicPages: readonly Page[] = [homePage];
