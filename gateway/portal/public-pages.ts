import { comparisonPage } from "./comparison/comparison.page.js";
import { establishmentPage } from "./establishment/establishment.page.js";
import { establishmentsPage } from "./establishments/establishments.page.js";
import { homePage } from "./home/home.page.js";
import { indicatorPage } from "./indicator/indicator.page.js";
import { indicatorsPage } from "./indicators/indicators.page.js";
import { searchPage } from "./search/search.page.js";
import { glossaryPage } from "./glossary/glossary.page.js";
import { recommendationPage } from "./recommendation/recommendation.page.js";
import { recommendationsPage } from "./recommendations/recommendations.page.js";
import { regionPage } from "./region/region.page.js";
import { regionsPage } from "./regions/regions.page.js";
import { sharedResourcesPage } from "./shared-resources/shared-resources.page.js";
import { aboutPage } from "./about/about.page.js";
import { accessibilityPage } from "./accessibility/accessibility.page.js";
import { changeLogPage } from "./change-log/change-log.page.js";
import { contradictionsPage } from "./contradictions/contradictions.page.js";
import { developersPage } from "./developers/developers.page.js";
import { schemaReferencePage } from "./schema-reference/schema-reference.page.js";
import { schemaTypePage } from "./schema-reference/schema-type.page.js";
import type { Page } from "./page/page.js";

/** The pages that anybody may read. */
export const publicPages: readonly Page[] = [
  homePage,
  indicatorsPage,
  indicatorPage,
  searchPage,
  establishmentsPage,
  regionsPage,
  regionPage,
  recommendationsPage,
  recommendationPage,
  sharedResourcesPage,
  glossaryPage,
  establishmentPage,
  comparisonPage,
  aboutPage,
  contradictionsPage,
  accessibilityPage,
  developersPage,
  schemaReferencePage,
  schemaTypePage,
  changeLogPage,
];
