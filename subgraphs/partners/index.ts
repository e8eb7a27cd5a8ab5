import { buildSubgraph } from "../shared/federation.js";
import { schemasOf, type Subgraph } from "../shared/subgraph.js";
import { AccessAgreementResolver } from "./access-agreement/access-agreement.resolver.js";
import { AccessIssueResolver, AccessRequestResolver } from "./access-agreement/access-request.resolver.js";
import { CallerResolver } from "./access-agreement/caller.resolver.js";
import { AdmissionResolver } from "./credential/admission.resolver.js";
import { CredentialResolver } from "./credential/credential.resolver.js";
import { GlossaryTerm } from "./glossary-term/glossary-term.entity.js";
import { GlossaryTermResolver } from "./glossary-term/glossary-term.resolver.js";
import { OfficeNameExample } from "./glossary-term/office-name-example.entity.js";
import { OfficeNameExampleResolver } from "./glossary-term/office-name-example.resolver.js";
import { Words } from "./migrations/1-words.js";
import { Rosters } from "./migrations/2-rosters.js";
import { Releases } from "./migrations/3-releases.js";
import { History } from "./migrations/4-history.js";
import { AccessLife } from "./migrations/5-access-life.js";
import { Credentials } from "./migrations/6-credentials.js";
import { ReleaseReads } from "./migrations/7-release-reads.js";
import { PartnerConcept } from "./partner-concept/partner-concept.entity.js";
import { PartnerConceptResolver } from "./partner-concept/partner-concept.resolver.js";
import { PartnerRecord } from "./release/partner-record.entity.js";
import { Release } from "./release/release.entity.js";
import { ReleaseResolver } from "./release/release.resolver.js";
import { ReleaseReadResolver } from "./release-read/release-read.resolver.js";

/** The words of partnership, the rosters that nobody reads raw, and the releases that researchers read. */
export const partners: Subgraph = {
  name: "partners",
  schemas: schemasOf("partners", ["release"]),
  entities: [PartnerConcept, GlossaryTerm, OfficeNameExample, Release, PartnerRecord],
  migrations: [Words, Rosters, Releases, History, AccessLife, Credentials, ReleaseReads],
  build: () =>
    buildSubgraph({
      resolvers: [
        PartnerConceptResolver,
        GlossaryTermResolver,
        OfficeNameExampleResolver,
        AccessAgreementResolver,
        AccessRequestResolver,
        AccessIssueResolver,
        CredentialResolver,
        AdmissionResolver,
        ReleaseResolver,
        ReleaseReadResolver,
        CallerResolver,
      ],
      entities: [],
      references: {},
      publicTypes: [
        "EnglishStatus",
        "ExtractionMethod",
        "ProvenanceStatus",
        "PartnerConceptKind",
        "GlossaryKind",
        "Date",
      ],
    }),
};
