// Tells when the draft was changed in another window, as soon as one looks at this one again.

import { announce } from "./main.js";

export function mount(notice, signal) {
  let known = Number(notice.dataset.revision);
  document.addEventListener("studio:revision", (event) => { known = Math.max(known, event.detail); }, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  addEventListener("focus", look, { signal });

  async function look() {
    if (document.visibilityState !== "visible") return;
    try {
      const answer = await fetch(notice.dataset.address, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      const { revision } = await answer.json();
      if (revision <= known || !notice.hidden) return;
      notice.hidden = false;
      announce(notice.querySelector("p").textContent);
    } catch {
      // No connection: there is nothing new to tell.
    }
  }
}
