import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aPush,
  fullAnswers,
  pushMutation,
} from "../../../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { aHub, type TestHub } from "../../../../test/harness/hub.js";
import { languages } from "../../language.js";
import { stewardPages } from "./steward-pages.js";
import { errorOf, sessions, Steward, wordsOfPage } from "./testing/a-steward.js";

const campaign = "/espace/pilotage/campagnes/2025-2026";
let hub: TestHub;
let collector: Steward;
beforeAll(async () => {
  hub = await aHub("in process", sessions);
  collector = await Steward.of(hub, "steward:collect");
}, 120_000);
afterAll(() => hub.close());

/** How many rows an act may have written. */
const written = async (): Promise<unknown> =>
  hub.database.query(
    `SELECT (SELECT count(*) FROM quality_indicators.audit_entry) AS audit,
            (SELECT count(*) FROM quality_indicators_published.campaign) AS campaigns,
            (SELECT string_agg(id || state, ',' ORDER BY id) FROM quality_indicators.submission) AS states`,
  );

// Some offices answered otherwise in 2024: they say why.
const comment = "La banque a été refaite.";
const answers = fullAnswers({ B6: { number: 60, comment }, B7: { number: 30, comment } });

/** Sends figures, and gives the address of their page. */
async function sentBy(account: string, changes: Record<string, unknown>): Promise<string> {
  const { data, errors } = await hub.ask<{ submitYearlyFigures: { submission: { id: string } | null } }>(
    pushMutation,
    { account, variables: { input: aPush({ answers, ...changes }) } },
  );
  const id = data?.submitYearlyFigures.submission?.id;
  if (!id) throw new Error(JSON.stringify({ data, errors }));
  return `/espace/pilotage/envois/${id}`;
}

describe("the pages of those who collect", () => {
  it("count the offices of a campaign as the rows do, in both languages", async () => {
    const [expected] = await hub.database.query<{ expected: number; received: number }>(
      `SELECT count(*)::integer AS expected,
              count(*) FILTER (WHERE s.state IN ('SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED'))::integer AS received
       FROM quality_indicators.frame f LEFT JOIN quality_indicators.submission s USING (campaign, office)
       WHERE f.campaign = '2025-2026' AND f.region = 'RSS-06'`,
    );
    const pages = [
      (await collector.open(campaign)).html,
      (await collector.open("/en/workspace/stewardship/campaigns/2025-2026")).html,
    ];
    for (const html of pages) {
      const row = /<tr><th scope="row">06 Montréal<\/th>(.*?)<\/tr>/s.exec(html)?.[1] ?? "";
      const counts = [...row.matchAll(/<data value="([^"]*)">/g)].map(([, value]) => Number(value));
      const { expected: all, received } = expected!;
      expect(counts.slice(0, 5)).toEqual([all, received, received, 0, all - received]);
    }
  });

  it("name each missing office with a text to send in both languages, and its deadline", async () => {
    const { html } = await collector.open(campaign);
    const missing = await hub.database.query<{ office: string }>(
      `SELECT office FROM quality_indicators.frame WHERE campaign = '2025-2026'
       AND office NOT IN (SELECT office FROM quality_indicators.submission WHERE campaign = '2025-2026')`,
    );
    expect(missing.length).toBeGreaterThan(0);
    for (const { office } of missing)
      for (const language of languages) expect(html).toContain(`id="relance-${office}-${language}"`);
    expect(wordsOfPage(html)).toContain("Échéance : 4 mai 2027");
    expect(wordsOfPage(html)).toContain("Deadline: May 4, 2027");
  });

  it("are shut to an establishment, all of them, in both languages", async () => {
    const office = await Steward.of(hub, "establishment:chum");
    for (const { path } of stewardPages)
      for (const language of languages) {
        const address = path[language].replace(":campaign", "2025-2026").replace(":id", "x");
        expect([address, (await office.open(address)).status]).toEqual([address, 403]);
      }
  });

  it("know nothing of a campaign or a submission that does not exist", async () => {
    expect((await collector.open("/espace/pilotage/campagnes/1999")).status).toBe(404);
    const unknown = "/espace/pilotage/envois/00000000-0000-4000-8000-000000000000";
    expect((await collector.open(unknown)).status).toBe(404);
  });
});

describe("a submission", () => {
  it("goes back to its office with the reason; without one, nothing is written", async () => {
    const address = await sentBy("establishment:ciusss-estrie-chus", {});
    const before = await written();
    const blank = await collector.send(address, "return", "return", { reason: "  " });
    expect([blank.status, errorOf(blank, "return-reason")]).toEqual([422, "À remplir."]);
    expect(await written()).toEqual(before);
    const reason = "B6 compte des personnes qui ont quitté la banque.";
    const done = await collector.sendAndFollow(address, "return", "return", { reason });
    expect(wordsOfPage(done.html)).toContain("retourné au bureau avec votre motif");
    const { data } = await hub.ask<{ submissions: { state: string; audit: { reason: string | null }[] }[] }>(
      '{ submissions(campaign: "2025-2026") { state audit { reason } } }',
      { account: "establishment:ciusss-estrie-chus" },
    );
    expect(data!.submissions[0]!.state).toBe("RETURNED");
    expect(data!.submissions[0]!.audit.at(-1)!.reason).toBe(reason);
  });

  it("is not approved by who sent it: it is told before, refused in words, and nothing is written", async () => {
    const address = await sentBy("steward:collect", { establishment: "ciusss-centre-ouest-montreal" });
    expect(wordsOfPage((await collector.open(address)).html)).toContain(
      "une autre personne doit l'approuver",
    );
    const before = await written();
    const refused = await collector.send(address, "approve", "approve", { revision: "1" });
    expect(refused.status).toBe(422);
    expect(wordsOfPage(refused.html)).toContain("La même personne ne peut pas faire les deux gestes");
    expect(await written()).toEqual(before);
  });

  it("is approved as it was read; another revision is another's figures", async () => {
    const address = await sentBy("establishment:cisss-laval", { establishment: "cisss-laval" });
    const stale = await collector.send(address, "approve", "approve", { revision: "7" });
    expect(wordsOfPage(stale.html)).toContain("La révision 7 n'est plus la courante (1)");
    const done = await collector.sendAndFollow(address, "approve", "approve", { revision: "1" });
    expect(wordsOfPage(done.html)).toContain("L'envoi est approuvé");
  });

  it("is decided on by no link: reading a page with an act in its address changes nothing", async () => {
    const address = await sentBy("establishment:cusm", { establishment: "cusm" });
    const before = await written();
    await collector.open(`${address}?act=approve&revision=1`);
    expect(await written()).toEqual(before);
  });
});

describe("a reminder", () => {
  const message = "Bonjour,\r\nil manque vos données.";

  it("is shown with who gets it before it is recorded, then seen by that office alone, and once a day", async () => {
    const [{ office, establishment }, other] = (await hub.database.query<{
      office: string;
      establishment: string;
    }>(
      `SELECT office, establishment FROM quality_indicators.frame WHERE campaign = '2025-2026' AND in_universe_35
       AND office NOT IN (SELECT office FROM quality_indicators.submission WHERE campaign = '2025-2026') LIMIT 2`,
    )) as [{ office: string; establishment: string }, { establishment: string }];
    const fields = { offices: office, message };
    const before = await written();
    const nobody = await collector.send(campaign, "reminder", "preview-reminder", { message });
    expect([nobody.status, errorOf(nobody, "reminder-offices")]).toEqual([422, "À remplir."]);
    const preview = await collector.send(campaign, "reminder", "preview-reminder", fields);
    expect(wordsOfPage(preview.html)).toMatch(/Un bureau verra ce rappel.*Aucun courriel ne part/);
    expect(await written()).toEqual(before);
    const done = await collector.send(campaign, "reminder", "record-reminder", fields);
    expect(wordsOfPage(done.html)).toContain("Un bureau voit maintenant ce rappel");
    const again = await collector.send(campaign, "reminder", "record-reminder", fields);
    expect(wordsOfPage(again.html)).toContain("a déjà reçu ce même rappel aujourd'hui");
    expect(wordsOfPage((await collector.open(campaign)).html)).toMatch(/un rappel affiché, le dernier le \d/);

    const reminded = await Steward.of(hub, `establishment:${establishment}`);
    const spared = await Steward.of(hub, `establishment:${other.establishment}`);
    for (const page of ["/espace", "/espace/donnees-annuelles/2025-2026"]) {
      expect(wordsOfPage((await reminded.open(page)).html)).toMatch(/Rappel du .* : Bonjour, il manque/);
      expect((await spared.open(page)).html).not.toContain("il manque vos données");
    }
  });
});

describe("a comment of an establishment on a published figure", () => {
  const comments = "/espace/pilotage/commentaires";
  const comment = async (text: string): Promise<string> => {
    const { data, errors } = await hub.ask<{ commentOnFigure: { comment: { id: string } } }>(
      "mutation ($input: CommentOnFigureInput!) { commentOnFigure(input: $input) { comment { id } } }",
      {
        account: "establishment:chum",
        variables: {
          input: {
            ...{ indicator: "IQP-06", campaign: "2024", level: "PROVINCE", area: "QC" },
            ...{ text, idempotencyKey: text },
          },
        },
      },
    );
    expect(errors).toBeUndefined();
    return data!.commentOnFigure.comment.id;
  };

  it("waits on the desk of who publishes, is answered there once, and keeps what was typed when it was refused", async () => {
    const publisher = await Steward.of(hub, "steward:publish");
    const [first, second] = [await comment("Un chiffre à revoir."), await comment("Un autre.")];
    expect(wordsOfPage((await publisher.open("/espace/pilotage")).html)).toContain(
      "2 commentaires sur des chiffres attendent une réponse",
    );
    const blank = await publisher.send(comments, `answer-${first}`, "answer", { id: first, answer: " " });
    expect([blank.status, errorOf(blank, `answer-${first}-answer`)]).toEqual([
      422,
      "Votre réponse : À remplir.",
    ]);
    const long = await publisher.send(comments, `answer-${first}`, "answer", {
      id: first,
      answer: "x".repeat(2_001),
    });
    expect(errorOf(long, `answer-${first}-answer`)).toContain("2001 caractères");
    expect(long.html).toContain(`>${"x".repeat(2_001)}</textarea>`);
    const done = await publisher.sendAndFollow(comments, `answer-${first}`, "answer", {
      id: first,
      answer: "Corrigé dans la prochaine édition.",
    });
    expect(wordsOfPage(done.html)).toMatch(/La réponse est donnée.*Un commentaire.*Un autre\./);
    expect(done.html).not.toContain(first);
    const again = await publisher.send(comments, `answer-${first}`, "answer", {
      id: first,
      answer: "Encore.",
    });
    expect([again.status, again.html.includes('<blockquote class="said">Encore.')]).toEqual([409, true]);
    const answered = await publisher.open(`${comments}?etat=ANSWERED&campagne=2024`);
    expect(wordsOfPage(answered.html)).toMatch(/Un chiffre à revoir\..*Corrigé dans la prochaine édition\./);
    // Who collects reads, and answers nothing.
    const read = await collector.open(comments);
    expect([read.html.includes(second), read.html.includes("<textarea")]).toEqual([true, false]);
    const refused = await collector.send(comments, `answer-${second}`, "answer", {
      id: second,
      answer: "Oui.",
    });
    expect(refused.status).toBe(422);
  });
});

describe("a delay", () => {
  const delay = { office: "bureau-ciusss-estrie-chus", until: "2026-05-30", reason: "Panne du réseau." };

  it("is shown before it is granted, refused in words while the campaign is open, and granted after its lock", async () => {
    const preview = await collector.send(campaign, "delay", "preview-delay", delay);
    expect(preview.status).toBe(200);
    expect(wordsOfPage(preview.html)).toContain("jusqu'au 30 mai 2026, jour compris");
    const before = await written();
    const refused = await collector.send(campaign, "delay", "grant-delay", delay);
    expect([refused.status, wordsOfPage(refused.html).includes("n'est pas verrouillée avant le")]).toEqual([
      409,
      true,
    ]);
    expect(refused.html).toContain("Panne du réseau.</textarea>");
    expect(await written()).toEqual(before);
    await hub.database.query(
      "UPDATE quality_indicators.campaign_window SET opens_at = '2026-04-01T04:00:00Z', closes_at = '2026-05-03T04:00:00Z' WHERE campaign = '2025-2026'",
    );
    const done = await collector.sendAndFollow(campaign, "delay", "grant-delay", delay);
    expect(wordsOfPage(done.html)).toContain("Le délai est accordé");
    expect(wordsOfPage(done.html)).toMatch(/Sherbrooke, jusqu'au 30 mai 2026 : Panne du réseau\./);
  });
});
