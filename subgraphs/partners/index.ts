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
import { PushedRosters } from "./migrations/8-pushed-rosters.js";
import { ReleaseBuilding } from "./migrations/9-release-building.js";
import { RecordReads } from "./migrations/10-record-reads.js";
import { ReleaseFiles } from "./migrations/11-release-files.js";
import { DiscardedReleases } from "./migrations/12-discarded-releases.js";
import { Changes } from "./migrations/13-changes.js";
import { PartnerConcept } from "./partner-concept/partner-concept.entity.js";
import { PartnerConceptResolver } from "./partner-concept/partner-concept.resolver.js";
import { published } from "./published.js";
import { PartnerRecord } from "./release/partner-record.entity.js";
import { sendReleaseFile } from "./release/files/send-release-file.service.js";
import { PartnerRecordResolver } from "./release/records/partner-record.resolver.js";
import { Release } from "./release/release.entity.js";
import { RegisterEntryResolver } from "./release/register/register-entry.resolver.js";
import { ReleaseResolver } from "./release/release.resolver.js";
import { ReleaseReadResolver } from "./release-read/release-read.resolver.js";
import { PartnerRosterIssueResolver, PartnerRosterResolver } from "./roster/partner-roster.resolver.js";

/** The words of partnership, the rosters that nobody reads raw, and the releases that researchers read. */
export const partners: Subgraph = {
  name: "partners",
  schemas: schemasOf("partners", ["release"]),
  entities: [PartnerConcept, GlossaryTerm, OfficeNameExample, Release, PartnerRecord],
  migrations: [
    Words,
    Rosters,
    Releases,
    History,
    AccessLife,
    Credentials,
    ReleaseReads,
    PushedRosters,
    ReleaseBuilding,
    RecordReads,
    ReleaseFiles,
    DiscardedReleases,
    Changes,
  ],
  published,
  files: sendReleaseFile,
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
        RegisterEntryResolver,
        PartnerRecordResolver,
        ReleaseReadResolver,
        PartnerRosterResolver,
        PartnerRosterIssueResolver,
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
