// Other wrong options, asked of the facts when they are wanted; a click puts one into the field last edited.

import { announce } from "./main.js";

export function mount(details, signal) {
  const form = details.closest("form");
  const place = details.querySelector("[data-offers]");
  let field = form.elements["distractor-3"];
  let asked = false;
  form.addEventListener("focusin", (event) => {
    if (event.target.name?.startsWith("distractor-")) field = event.target;
  }, { signal });
  details.addEventListener("toggle", async () => {
    if (!details.open || asked) return;
    try {
      const answer = await fetch(details.dataset.address, { headers: { Accept: "application/json" } });
      const { offers } = await answer.json();
      asked = true;
      if (!offers.length) return say("The facts of this draft prove no other wrong option.");
      const row = document.createElement("div");
      row.className = "row";
      row.append(...offers.map(button));
      place.replaceChildren(row);
    } catch {
      say("No connection. Close this and open it again.");
    }
  }, { signal });

  function button(text) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: text });
    made.addEventListener("click", () => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      announce(`${text} is now wrong option ${field.name.at(-1)}.`);
    });
    return made;
  }

  function say(words) {
    place.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
  }
}
