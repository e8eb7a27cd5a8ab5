import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type Form, type TestHub } from "../harness/hub.js";

const resource = {
  kind: "TOOL",
  type: "TRAINING",
  title: { fr: "Atelier sur le récit d'expérience", en: "Workshop on telling one's story" },
  description: { fr: "Deux heures, en groupe de huit." },
  language: "fr",
  url: "https://exemple.ca/atelier",
};

describe.each<Form>(["in process", "over HTTP"])("the registers that people fill, subgraphs %s", (form) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub(form);
  });
  afterAll(() => hub.close());

  it("show everybody a resource once the collection published what an establishment proposed", async () => {
    const added = await hub.ask<{ addSharedResource: { resource: { code: string; state: string } } }>(
      "mutation ($input: AddSharedResourceInput!) { addSharedResource(input: $input) { resource { code state } } }",
      { account: "establishment:chum", variables: { input: resource } },
    );
    expect(added.errors).toBeUndefined();
    const { code, state } = added.data!.addSharedResource.resource;
    expect(state).toBe("PROPOSED");
    const listed =
      '{ sharedResources(search: "atelier récit") { code isSynthetic reuseCount establishment { code } } }';
    expect((await hub.ask(listed)).data).toEqual({ sharedResources: [] });
    const published = await hub.ask(
      "mutation ($code: String!) { reviewSharedResource(code: $code, decision: PUBLISH) { state } }",
      { account: "steward:collect", variables: { code } },
    );
    expect(published).toMatchObject({ data: { reviewSharedResource: { state: "PUBLISHED" } } });
    const reused = await hub.ask("mutation ($code: String!) { reuseSharedResource(code: $code) { code } }", {
      account: "establishment:ciusss-estrie-chus",
      variables: { code },
    });
    expect(reused.errors).toBeUndefined();
    expect((await hub.ask(listed)).data).toEqual({
      sharedResources: [{ code, isSynthetic: true, reuseCount: 1, establishment: { code: "chum" } }],
    });
  });

  it("show everybody where a recommendation stands and how an indicator was made, as a demonstration", async () => {
    const declared = await hub.ask<{ declareProgress: { receipt: string } }>(
      "mutation ($input: DeclareProgressInput!) { declareProgress(input: $input) { receipt } }",
      {
        account: "steward:collect",
        variables: {
          input: {
            recommendation: "F5",
            status: "IN_PROGRESS",
            evidence: { fr: "La plateforme est à l'essai." },
            linkedIndicators: ["IQP-26"],
            date: hub.today,
          },
        },
      },
    );
    expect(declared.errors).toBeUndefined();
    expect(declared.data!.declareProgress.receipt).toMatch(/^HUB\/\d+\/[0-9a-f]{64}$/);
    const recorded = await hub.ask(
      'mutation ($record: CoConstructionInput!) { recordCoConstruction(indicator: "IQP-26", record: $record) { receipt } }',
      {
        account: "steward:publish",
        variables: {
          record: {
            stage: "IDEATION",
            degree: "COLLABORATION",
            leadership: "CO_LED",
            partners: 3,
            date: hub.today,
            evidence: { fr: "Compte rendu de la rencontre." },
          },
        },
      },
    );
    expect(recorded.errors).toBeUndefined();
    const { data, errors } = await hub.ask(`{
      recommendation(code: "F5") { progress { status isSynthetic linkedIndicators {
        code coConstruction { status records { degree partners partnersWithheld isSynthetic } statements { provenance { section } } }
      } } progressHistory { number } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      recommendation: {
        progress: {
          status: "IN_PROGRESS",
          isSynthetic: true,
          linkedIndicators: [
            {
              code: "IQP-26",
              coConstruction: {
                status: "RECORDED",
                records: [
                  {
                    degree: "COLLABORATION",
                    partners: null,
                    partnersWithheld: "SMALL_COUNT",
                    isSynthetic: true,
                  },
                ],
                statements: [{ provenance: { section: "Contributeurs" } }],
              },
            },
          ],
        },
        progressHistory: [{ number: 1 }],
      },
    });
  });

  it("cannot be written at the public door, which does not know how", async () => {
    for (const mutation of [
      'mutation { takeBackReuse(code: "x") { code } }',
      'mutation { withdrawSharedResource(code: "x", reason: "y") { code } }',
      "{ addedResources { code } }",
    ]) {
      const { errors } = await hub.ask(mutation);
      expect(errors).toHaveLength(1);
      expect(JSON.stringify(errors)).not.toContain("NOT_ALLOWED");
    }
  });
});
