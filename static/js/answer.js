// Choosing an option: shown as chosen at once, judged by the server, revealed without loading the page anew.
// Whatever the server refuses is shown by loading the page; told here is only what lets the same answer be sent
// again: a lost connection, and answers that came too fast.

import { announce } from "./main.js";
import { reveal } from "./verdict.js";

export function mount(form, signal) {
  const lost = form.querySelector("[data-lost]");
  if (!lost) return; // the verdict is already on the page
  let sending = false;
  let chosen = null;

  async function send() {
    sending = true;
    lost.hidden = true;
    form.dispatchEvent(new CustomEvent("quiz:chosen", { bubbles: true }));
    try {
      const answer = await post(form, chosen);
      if (answer.status === 429 || answer.status === 503) return keep(await answer.json());
      if (!answer.ok) return location.reload();
      reveal(form.closest("main"), await answer.json());
    } catch {
      keep({ error: "Connection lost" });
    }
  }

  function keep({ error, wait_s: wait }) {
    sending = false;
    const text = `Your answer is kept; ${wait ? `wait ${wait} s, then try again` : "try again"}.`;
    lost.querySelector("[data-lost-title]").textContent = `${error}.`;
    lost.querySelector("[data-lost-text]").textContent = text;
    lost.hidden = false;
    form.dispatchEvent(new CustomEvent("quiz:lost", { bubbles: true }));
    announce(`${error}. ${text}`);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (sending) return;
    chosen = event.submitter?.name === "option" ? event.submitter : null;
    if (chosen) mark(form, chosen);
    send();
  }, { signal });
  form.querySelector("[data-again]").addEventListener("click", () => { if (!sending) send(); }, { signal });
}

function mark(form, chosen) {
  for (const option of form.querySelectorAll(".option")) {
    if (option === chosen) option.dataset.state = "chosen";
    else delete option.dataset.state;
    option.setAttribute("aria-pressed", String(option === chosen));
  }
}

function post(form, chosen) {
  const body = new URLSearchParams(new FormData(form));
  if (chosen) body.set("option", chosen.value);
  return fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
}
