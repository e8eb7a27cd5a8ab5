import type { PortalActivePartnersQueryVariables } from "./active-partners.operation.js";
import { portalActivePartners } from "./active-partners.operation.js";

/** The same question in a language of programs: what it prints is the same in each but the first, which prints JSON. */
export interface Example {
  readonly name: "curl" | "JavaScript" | "Python" | "R";
  /** What runs it. */
  readonly runBy: string;
  readonly code: string;
}

/** What the examples ask for. */
export const askedByExamples: PortalActivePartnersQueryVariables = { campaign: "2024" };

const indented = portalActivePartners.text.trimEnd();
const onOneLine = indented.replace(/\s+/g, " ");
const variables = JSON.stringify(askedByExamples);
const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: portalActivePartners.id } });

/** The question in four languages, at a hub's address. */
export const examplesAt = (publicUrl: string): readonly Example[] => [
  {
    name: "curl",
    runBy: "sh",
    code: `curl -s '${publicUrl}/graphql' \\
  -H 'content-type: application/json' \\
  --data-binary '${JSON.stringify({ query: onOneLine, variables: askedByExamples })}'`,
  },
  {
    name: "JavaScript",
    runBy: "node question.mjs",
    code: `const query = \`${indented}\`;
const answer = await fetch("${publicUrl}/graphql", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query, variables: ${variables} }),
});
const { data, errors } = await answer.json();
if (errors) throw new Error(errors[0].message);
for (const { value, unit, origin, provenance } of data.qualityIndicator.observations)
  console.log(value, unit, origin, provenance.section);`,
  },
  {
    name: "Python",
    runBy: "python3 question.py",
    code: `import json
import urllib.request

query = """${indented}"""
question = {"query": query, "variables": ${variables}}
request = urllib.request.Request(
    "${publicUrl}/graphql",
    data=json.dumps(question).encode(),
    headers={"content-type": "application/json"},
)
with urllib.request.urlopen(request) as answer:
    data = json.load(answer)["data"]
for one in data["qualityIndicator"]["observations"]:
    print(one["value"], one["unit"], one["origin"], one["provenance"]["section"])`,
  },
  {
    name: "R",
    runBy: "Rscript question.R",
    code: `library(jsonlite)

variables <- '${variables}'
extensions <- '${extensions}'
address <- paste0(
  "${publicUrl}/graphql?variables=", URLencode(variables, reserved = TRUE),
  "&extensions=", URLencode(extensions, reserved = TRUE)
)
observations <- fromJSON(address)$data$qualityIndicator$observations
cat(paste(observations$value, observations$unit, observations$origin, observations$provenance$section), sep = "\\n")`,
  },
];

/** The same question by the hash of its text alone: short, and kept by what lies between. */
export const askedByHash = (publicUrl: string): string => `curl -sG '${publicUrl}/graphql' \\
  --data-urlencode 'variables=${variables}' \\
  --data-urlencode 'extensions=${extensions}'`;
