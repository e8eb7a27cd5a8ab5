/// <reference lib="dom" />

/*
 * Helps on the page of the yearly form: what is wrong is told while somebody types, by the hub's own rules and in its own
 * words, and nobody leaves with something that is not saved. Nothing is kept by this script; without it the page is whole.
 */
interface Told {
  readonly live: string;
  readonly issues: Readonly<
    Record<
      string,
      readonly { readonly severity: string; readonly weight: string; readonly message: string }[]
    >
  >;
  readonly counts: Readonly<Record<string, string>>;
}

const pauseMs = 900;
const form = document.querySelector<HTMLFormElement>("#figures-form");
const live = document.querySelector<HTMLElement>("#figures-live");

if (form && live) {
  // Its buttons are named « action », which hides the property of that name.
  const address = form.getAttribute("action") ?? "";
  const touched = new Set<string>();
  let waiting: number | undefined;
  let asking: AbortController | null = null;
  let isChanged = false;
  let isTrialOff = false;

  const say = (text: string): void => {
    if (live.textContent !== text) live.textContent = text;
  };

  const show = ({ live: text, issues, counts }: Told): void => {
    for (const [code, own] of Object.entries(issues)) {
      const list = document.getElementById(`i-${code}`);
      if (!list) continue;
      list.replaceChildren(
        ...own.map(({ severity, weight, message }) => {
          const line = document.createElement("li");
          const mark = document.createElement("strong");
          line.className = `figures-issue-${severity}`;
          mark.textContent = weight;
          line.append(mark, ` ${message}`);
          return line;
        }),
      );
      list.hidden = own.length === 0;
      const field = document.getElementById(`f-${code}`);
      if (own.some(({ severity }) => severity === "E")) field?.setAttribute("aria-invalid", "true");
      else field?.removeAttribute("aria-invalid");
    }
    for (const [code, text] of Object.entries(counts)) {
      const count = document.getElementById(`n-${code}`);
      if (count) count.textContent = text;
    }
    say(text);
  };

  const ask = async (): Promise<void> => {
    asking?.abort();
    asking = new AbortController();
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    fields.set("answer-as", "json");
    for (const code of touched) fields.append("touched", code);
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { accept: "application/json" },
        body: fields,
        signal: asking.signal,
      });
      if (!response.ok || !response.headers.get("content-type")?.includes("json"))
        throw new Error("no answer");
      show((await response.json()) as Told);
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      // Said once; the buttons of the form still work.
      isTrialOff = true;
      say(form.dataset["lost"] ?? "");
    }
  };

  form.addEventListener("input", (event) => {
    isChanged = true;
    const { target } = event;
    const code =
      target instanceof Element
        ? target.closest<HTMLElement>("[data-question]")?.dataset["question"]
        : undefined;
    if (code) touched.add(code);
    if (isTrialOff) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), pauseMs);
  });
  form.addEventListener("figures-saved", () => {
    isChanged = false;
  });
  form.addEventListener("submit", () => {
    isChanged = false;
    window.clearTimeout(waiting);
    asking?.abort();
  });
  window.addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
}
