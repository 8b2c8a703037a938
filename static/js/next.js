// "Next question": asks for the next item and puts it in the place of this one. Without a connection the
// form says so and stays; anything unexpected is left to the browser.

import { announce, mountAll, release } from "./main.js";

export function mount(form, signal) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: "POST", body });
      const receivedMs = performance.now();
      if (answer.status === 503) throw new Error("not to be had just now");
      if (answer.status === 429) {
        return hold(`A little slower, please. Nothing is lost; try again in ${answer.headers.get("Retry-After")} s.`);
      }
      if (!answer.ok) return location.reload();
      if (new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
      show(await answer.text(), answer.url, receivedMs);
    } catch {
      hold("Connection lost. Nothing is lost; try again.");
    }

    function hold(words) {
      button.removeAttribute("aria-disabled");
      announce(words);
      say(form, words);
    }
  }, { signal });
}

async function show(text, address, receivedMs) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const swap = () => {
    for (const part of page.querySelectorAll("[data-swap]")) {
      const old = document.querySelector(`[data-swap="${part.dataset.swap}"]`);
      if (old.tagName === "MAIN") release(old);
      old.replaceWith(part);
    }
    document.title = page.title;
    history.replaceState(null, "", address);
    const main = document.querySelector("main");
    main.dataset.receivedMs = receivedMs;
    mountAll(main);
    scrollTo(0, 0);
    main.querySelector("h1").focus({ preventScroll: true });
    announce(document.title.split(" · ")[0]);
  };
  const moves = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  if (moves && document.startViewTransition) document.startViewTransition(swap);
  else swap();
}

function say(form, words) {
  const line = form.querySelector(".notice") ?? form.appendChild(document.createElement("p"));
  line.className = "notice notice--wrong";
  line.textContent = words;
}
