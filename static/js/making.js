// How far the making of questions has come, looked up each second. When it is over, the page takes its place.

import { announce, mountAll, release } from "./main.js";

const PAUSE_MS = 1000;
const EVERY = 25; // hundredths between announcements

export function mount(section, signal) {
  let told = 0;

  async function look() {
    if (signal.aborted) return;
    try {
      const answer = await fetch(section.dataset.address, { headers: { Accept: "application/json" }, signal });
      if (!answer.ok) return location.reload();
      const now = await answer.json();
      section.querySelector("[data-lost]").hidden = true;
      if (!now.is_open) return await end();
      show(now);
    } catch {
      if (signal.aborted) return;
      section.querySelector("[data-lost]").hidden = false;
    }
    setTimeout(look, PAUSE_MS);
  }

  function show(now) {
    section.querySelector("[data-bar]").value = now.share;
    section.querySelector("[data-step]").textContent = now.step;
    section.querySelector("[data-found]").textContent = now.found.trim();
    if (now.found.trim()) for (const line of document.querySelectorAll("[data-unread]")) line.remove();
    section.querySelector("[data-long]").hidden = !now.is_waiting_long;
    if (now.share - told >= EVERY) {
      told = now.share;
      announce(`${now.share} percent. ${now.step}`);
    }
  }

  async function end() {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const old = document.querySelector("main");
    const main = page.querySelector("main");
    const hadFocus = section.contains(document.activeElement);
    release(old);
    old.replaceWith(main);
    mountAll(main);
    if (hadFocus) main.focus({ preventScroll: true });
    const words = main.querySelector(".notice__title, .notice");
    announce(words ? words.textContent.trim().replace(/\s+/g, " ") : "Done");
  }

  setTimeout(look, PAUSE_MS);
}
