/// <reference lib="dom" />

/*
 * Saves the draft of the yearly form by itself: at most once every few minutes and on leaving, and only when something
 * changed. Nothing is kept in the browser, which others may use after. What somebody else saved meanwhile is never
 * overwritten: the line says so, and the button of the form shows both.
 */
interface Autosaved {
  readonly told: string;
  readonly isSaved: boolean;
  readonly mayGoOn: boolean;
  readonly base: number | null;
  readonly key: string;
}

const form = document.querySelector<HTMLFormElement>("#figures-form");
const line = document.querySelector<HTMLElement>("#figures-autosaved");
const everyMs = Number(form?.dataset["autosaveMs"]);

if (form && line && everyMs > 0) {
  const address = form.getAttribute("action") ?? "";
  let isChanged = form.dataset["changed"] !== undefined;
  let mayGoOn = true;
  let waiting: number | undefined;
  let saving: Promise<void> | null = null;

  const put = (name: string, value: string): void => {
    const field = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
    if (field) field.value = value;
  };

  const follow = ({ told, isSaved, base, key, ...answer }: Autosaved): void => {
    mayGoOn = answer.mayGoOn;
    if (told !== "") line.textContent = told;
    if (!isSaved) {
      isChanged = true;
      return;
    }
    put("base", base === null ? "" : String(base));
    put("key", key);
    if (!isChanged) form.dispatchEvent(new Event("figures-saved"));
  };

  const save = async (isLeaving: boolean): Promise<void> => {
    window.clearTimeout(waiting);
    waiting = undefined;
    isChanged = false;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    fields.set("action", "autosave");
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { accept: "application/json" },
        body: fields,
        keepalive: isLeaving,
      });
      if (!response.ok || !response.headers.get("content-type")?.includes("json"))
        throw new Error("no answer");
      follow((await response.json()) as Autosaved);
    } catch {
      isChanged = true;
      line.textContent = form.dataset["autosaveLost"] ?? "";
    }
    saving = null;
    if (isChanged) wait();
  };

  const begin = (isLeaving: boolean): void => {
    if (isChanged && mayGoOn && saving === null) saving = save(isLeaving);
  };
  const wait = (): void => {
    if (mayGoOn) waiting ??= window.setTimeout(() => begin(false), everyMs);
  };

  if (isChanged) wait();
  form.addEventListener("input", () => {
    isChanged = true;
    wait();
  });
  form.addEventListener("submit", (event) => {
    window.clearTimeout(waiting);
    if (saving === null) {
      isChanged = false;
      return;
    }
    // Both would begin from the same revision: the second one would be in conflict with the first.
    event.preventDefault();
    void saving.then(() => form.requestSubmit(event.submitter));
  });
  window.addEventListener("pagehide", () => begin(true));
}
