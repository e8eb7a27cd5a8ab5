import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form2025 } from "../../../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { aHub, type TestHub } from "../../../../test/harness/hub.js";
import { type Seen, tokenOf, Visitor } from "../testing/a-visitor.js";
import { campaign, filledForm, hidden, Manager, textOf } from "./testing/an-office.js";
import { kept, silentEstablishments } from "./testing/kept.js";

let hub: TestHub;
let another: () => string;
beforeAll(async () => {
  hub = await aHub("in process", { PORTAL_SESSION_KEY: "a-key-of-the-portal-of-32-characters-" });
  another = await silentEstablishments(hub);
}, 120_000);
afterAll(() => hub.close());

describe("submitting", () => {
  it("shows what will be public, asks for the notice, and gives the receipt that the database keeps", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    await manager.press(await manager.open(), "draft", filledForm());
    const review = await manager.open(`/${campaign}/verification`);
    const level = (name: string): string =>
      new RegExp(`data-level="${name}"(.*?)</section>`, "s").exec(review.html)?.[1] ?? "";
    const codes = (html: string): string[] =>
      [...html.matchAll(/data-question="([^"]*)"/g)].map(([, code]) => code!);
    expect(codes(level("ESTABLISHMENT"))).toEqual(["B6", "B7"]);
    const answered = new Set((await kept(hub, office))[0]?.responses[0]?.map(({ question }) => question));
    const levels = new Map(form2025.questions.map(({ code, finestLevel }) => [code, String(finestLevel)]));
    for (const name of ["GROUP", "NEVER"])
      expect(codes(level(name))).toEqual(
        form2025.questions
          .filter(({ code }) => answered.has(code) && levels.get(code) === name)
          .map(({ code }) => code),
      );
    expect(textOf(review)).toContain(`version ${form2025.notice.version}`);

    const end = `/${campaign}/verification`;
    const unaccepted = await manager.press(review, "submit", {}, end);
    expect([unaccepted.status, textOf(unaccepted)]).toEqual([
      422,
      expect.stringContaining("acceptez l'avis"),
    ]);
    expect(await kept(hub, office)).toMatchObject([{ state: "DRAFT" }]);

    const accepted = { notice: form2025.notice.version };
    const [first, second] = await Promise.all([
      manager.pressOnce(unaccepted, "submit", accepted, end),
      manager.pressOnce(unaccepted, "submit", accepted, end),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    const rows = await kept(hub, office);
    expect(rows).toMatchObject([{ mode: "DRAFT" }, { state: "SUBMITTED", mode: "SUBMIT", revision: 2 }]);
    expect(rows[1]).toMatchObject({ notice: form2025.notice.version, responses: rows[0]!.responses });

    const [entry] = (await hub.database.query(
      `SELECT chain || '/' || sequence AS place FROM quality_indicators.audit_entry
       WHERE chain = '${office}' AND event = 'VALIDATED'`,
    )) as { place: string }[];
    const receipt = await manager.open(`/${campaign}/recu`);
    expect(textOf(receipt)).toContain(rows[1]!.hash);
    const json = JSON.parse((await manager.open(`/${campaign}/recu?format=json`)).html) as Record<
      string,
      string
    >;
    expect(json).toMatchObject({ establishment: office, revision: 2, contentHash: rows[1]!.hash });
    expect(json["receipt"]).toMatch(new RegExp(`^${entry!.place}/[0-9a-f]{64}$`));
    expect(textOf(receipt)).toContain(json["receipt"]);
    const text = (await manager.open(`/${campaign}/recu?format=txt`)).html;
    expect(text).toContain(json["receipt"]);
  });

  it("is refused as a whole when another revision was saved since the review", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    await manager.press(await manager.open(), "draft", filledForm());
    const end = `/${campaign}/verification`;
    const review = await manager.open(end);
    await manager.press(await manager.open(), "draft", filledForm({ B6: { number: 77 } }));
    const late = await manager.press(review, "submit", { notice: form2025.notice.version }, end);
    expect([late.status, textOf(late)]).toEqual([409, expect.stringContaining("Rien n'a été soumis")]);
    expect((await kept(hub, office)).map(({ mode }) => mode)).toEqual(["DRAFT", "DRAFT"]);
  });

  it("is followed: returned with its reason, mended, withdrawn with a reason of one's own", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const end = `/${campaign}/verification`;
    await manager.press(await manager.open(), "draft", filledForm());
    await manager.press(await manager.open(end), "submit", { notice: form2025.notice.version }, end);
    const json = JSON.parse((await manager.open(`/${campaign}/recu?format=json`)).html) as {
      submission: string;
    };
    await hub.ask(
      'mutation ($id: ID!) { returnSubmission(id: $id, reason: "Le nombre B6 est à revoir.") { id } }',
      {
        account: "steward:collect",
        variables: { id: json.submission },
      },
    );
    expect(textOf(await manager.open(""))).toContain("Le nombre B6 est à revoir.");
    expect(textOf(await manager.open())).toContain("Le nombre B6 est à revoir.");
    const receiptEnd = `/${campaign}/recu`;
    const bare = await manager.press(await manager.open(receiptEnd), "withdraw", { reason: "" }, receiptEnd);
    expect([bare.status, (await kept(hub, office)).at(-1)?.state]).toEqual([422, "RETURNED"]);
    const withdrawn = await manager.press(bare, "withdraw", { reason: "Bureau fermé." }, receiptEnd);
    expect(textOf(withdrawn)).toContain("Bureau fermé.");
    expect((await kept(hub, office)).at(-1)?.state).toBe("WITHDRAWN");
  });
});

describe("figures by file", () => {
  const header = "campaign,establishment,office,question,value,missing,comment";

  it("are read row by row: the row, the column and what was expected; nothing is written", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const page = await manager.open(`/${campaign}/fichier`);
    const file = [
      header,
      `${campaign},${office},,B6,trente,,`,
      `${campaign},${office},,B3,Y9_10,,`,
      `${campaign},${office},,B7,12,,`,
    ].join("\n");
    const read = await manager.upload(page, "données.csv", file, `/${campaign}/fichier`);
    const rows = [...read.html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, cells]) =>
      textOf({ html: cells! }).trim(),
    );
    expect(read.status).toBe(422);
    expect(rows).toContainEqual(
      expect.stringMatching(/^2 value B6 À corriger .*trente 2,5 \| 2\.5 \| 1200$/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/^3 value B3 À corriger .*Y9_10 /));
    expect(await kept(hub, office)).toEqual([]);
  });

  it("of another establishment or campaign are refused", async () => {
    const manager = await Manager.of(hub, another());
    const end = `/${campaign}/fichier`;
    const upload = async (campaignOfRow: string, establishment: string): Promise<string> =>
      textOf(
        await manager.upload(
          await manager.open(end),
          "x.csv",
          `${header}\n${campaignOfRow},${establishment},,B6,12,,`,
          end,
        ),
      );
    expect(await upload(campaign, "ciusss-estrie-chus")).toMatch(/\(V01\)/);
    expect(await upload("2024", "ciusss-estrie-chus")).toContain("d'une autre campagne : « 2024 »");
  });

  it("become a draft once they can be read", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const end = `/${campaign}/fichier`;
    const file = `${header}\n${campaign},${office},,B6,61,,\n${campaign},${office},,B7,,DOES_NOT_KNOW,À venir`;
    const read = await manager.upload(await manager.open(end), "a.csv", file, end);
    expect([read.status, await kept(hub, office)]).toEqual([200, []]);
    const typed = {
      "v.B6": hidden(read, "v\\.B6"),
      "m.B7": hidden(read, "m\\.B7"),
      "c.B7": hidden(read, "c\\.B7"),
    };
    const saved = await manager.press(read, "draft", typed);
    expect(saved.status).toBe(200);
    expect((await kept(hub, office))[0]?.responses[0]).toEqual([
      { question: "B6", number: 61 },
      { question: "B7", missing: "DOES_NOT_KNOW", comment: "À venir" },
    ]);
  });

  it("start from a template with last year's answers", async () => {
    const manager = await Manager.of(hub, "ciusss-estrie-chus");
    const template = await manager.open(`/${campaign}/fichier?modele=csv`);
    expect(template.headers.get("content-disposition")).toContain(
      `carrefour-${campaign}-ciusss-estrie-chus.csv`,
    );
    expect(template.html).toContain(`${campaign},ciusss-estrie-chus,,B6,94,,`);
    const workbook = await manager.open(`/${campaign}/fichier?modele=xlsx`);
    expect([workbook.status, workbook.html.slice(0, 2)]).toEqual([200, "PK"]);
  });
});

describe("a comment on a published figure", () => {
  const form = "/espace/commentaires/nouveau?indicateur=IQP-06&campagne=2024";
  const printed = "PROVINCE|QC||";
  const comments = async (): Promise<readonly { text: string; key: string }[]> =>
    hub.database.query(
      "SELECT text, idempotency_key AS key FROM quality_indicators.figure_comment ORDER BY written_at",
    );

  it("begins at the public page of the indicator, which knows the address alone, and comes back after the sign-in", async () => {
    const page = await (await fetch(`${hub.address}/indicateurs/IQP-06?campagne=2024`)).text();
    const href = /href="([^"]*)"[^>]*>Commenter ce chiffre/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(href).toBe(`${form}&niveau=PROVINCE&lieu=QC`);
    const visitor = new Visitor(hub.address);
    const chosen = await visitor.signIn(`establishment:${another()}`, href);
    expect(chosen.html).toContain(`<option value="${printed}" selected`);
    expect(textOf(chosen)).toContain("Québec · 892 ; 860 · chiffre imprimé dans un document");
  });

  it("is refused with its field named and its text kept, sent once, read beside its answer, and taken back", async () => {
    const office = another();
    const visitor = new Visitor(hub.address);
    const list = await visitor.signIn(`establishment:${office}`, "/espace/commentaires");
    expect(textOf(list)).toContain("n'a encore commenté aucun chiffre");
    const empty = await visitor.open(form);
    const send = (page: Seen, fields: Record<string, string>, address = form) =>
      visitor.once(address, {
        "anti-forgery": tokenOf(page),
        ...{ form: "comment", act: "comment", key: hidden(page, "key"), figure: printed, text: "" },
        ...fields,
      });
    const refusals: readonly (readonly [string, Record<string, string>])[] = [
      ["comment-text", { text: "" }],
      ["comment-text", { text: "x".repeat(2_001) }],
      ["comment-figure", { text: "Texte gardé.", figure: "" }],
      ["comment-figure", { text: "Texte gardé.", figure: "HEALTH_REGION|RSS-99||" }],
    ];
    for (const [field, fields] of refusals) {
      const refused = await send(empty, fields);
      expect([refused.status, refused.html.includes(`href="#${field}"`)]).toEqual([422, true]);
      expect(refused.html).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
      expect(textOf(refused)).toMatch(
        field === "comment-text" ? /Votre commentaire : / : /Chiffre commenté : /,
      );
      expect(refused.html).toContain(`>${fields["text"]}</textarea>`);
    }
    expect(await comments()).toEqual([]);
    const text = "Deux personnes <ici> & là.";
    const [first, second] = await Promise.all([1, 2].map(() => send(empty, { text, language: "FR" })));
    expect([first!.status, second!.status]).toEqual([303, 303]);
    expect(await comments()).toEqual([{ text, key: hidden(empty, "key") }]);
    const told = await visitor.open(first!.headers.get("location") ?? "");
    expect(told.html).toContain('<blockquote class="said" lang="fr-CA">Deux personnes &lt;ici> &amp; là.');
    expect(textOf(told)).toContain("En attente d'une réponse");
    const id = /id="comment-([^"]*)"/.exec(told.html)?.[1] ?? "";
    const stranger = new Visitor(hub.address);
    const other = await stranger.signIn(`establishment:${another()}`, "/espace/commentaires");
    expect(other.html).not.toContain(id);
    const withdraw = (by: Visitor, page: Seen) =>
      by.once("/espace/commentaires", { "anti-forgery": tokenOf(page), form: "x", act: "withdraw", id });
    expect((await withdraw(stranger, await stranger.open(form))).status).toBe(422);
    expect((await withdraw(visitor, told)).status).toBe(303);
    expect(textOf(await visitor.open("/espace/commentaires"))).toContain("Retiré le 4 mai 2026");
  });
});

describe("the wall between establishments", () => {
  it("shows on no page what another establishment sent", async () => {
    const [one, other] = [another(), another()];
    const manager = await Manager.of(hub, one);
    await manager.press(
      await manager.open(),
      "draft",
      filledForm({ F: { text: "Phrase qui ne doit pas sortir." } }),
    );
    const stranger = await Manager.of(hub, other);
    for (const end of ["", `/${campaign}`, `/${campaign}?bureau=${one}`, `/${campaign}/impression`]) {
      const page = await stranger.open(end);
      expect([end, page.status, page.html.includes("ne doit pas sortir"), page.html.includes(one)]).toEqual([
        end,
        200,
        false,
        end.includes(one),
      ]);
    }
    for (const end of [`/${campaign}/recu`, "/1999"]) expect((await stranger.open(end)).status).toBe(404);
    const printed = await manager.open(`/${campaign}/impression`);
    expect(textOf(printed)).toMatch(/Phrase qui ne doit pas sortir\..*Signature/);
  });
});
