// Two versions of an item: takes a text of the other one into the field of one's own.

import { announce } from "./main.js";

export function mount(versions, signal) {
  versions.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (!button) return;
    const field = versions.querySelector(`form [name="${button.dataset.take}"]`);
    field.value = button.dataset.text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    announce("Taken into your version.");
  }, { signal });
}
