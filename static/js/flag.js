// Flagging a question without leaving it. Without a connection the form stays as it was filled in.

import { announce } from "./main.js";

export function mount(form, signal) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.status === 429) return wait(form, (await answer.json()).wait_s);
      thank(form, answer.ok ? "Thank you. Somebody will look at it." : (await answer.json()).text);
    } catch {
      announce("Connection lost. Try again.");
    }
  }, { signal });
}

function wait(form, seconds) {
  const words = `A little slower, please. Wait ${seconds} s, then flag it again; what you wrote is still here.`;
  const line = form.querySelector("[data-wait]") ?? form.appendChild(document.createElement("p"));
  line.className = "notice notice--wrong";
  line.dataset.wait = "";
  line.textContent = words;
  announce(words);
}

function thank(form, words) {
  const line = document.createElement("p");
  line.className = "notice";
  line.tabIndex = -1;
  line.textContent = words;
  form.replaceWith(line);
  line.focus();
  announce(words);
}
