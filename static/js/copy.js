// Copies the text that a button stands beside, and says so.

import { announce } from "./main.js";

export function mount(button, signal) {
  const text = button.closest("[data-copy]").querySelector("textarea");
  const label = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      button.textContent = "Copied";
      announce("Copied");
    } catch {
      text.select(); // no permission: one key press away
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  }, { signal });
}
