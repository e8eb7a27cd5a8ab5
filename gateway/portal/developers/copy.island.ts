/// <reference lib="dom" />

// A button beside each text to copy; without this script it is selected and copied by hand.
for (const code of document.querySelectorAll<HTMLElement>(".code[data-copy]")) {
  const pre = code.querySelector("pre");
  if (!pre || !navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "secondary";
  button.textContent = code.dataset["copy"] ?? "";
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  const name = pre.parentElement?.getAttribute("aria-label");
  if (name) button.setAttribute("aria-label", `${button.textContent} (${name})`);
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(pre.textContent ?? "").then(() => {
      told.textContent = code.dataset["copied"] ?? "";
    });
  });
  code.append(button, " ", told);
}
