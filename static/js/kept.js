// A form whose words are kept in this browser until the server has saved them: through a crash, a closed tab, a
// lost connection. The form names them by data-kept. A form that was taken answers by leading on to a page.

import { announce, mountAll, release } from "./main.js";

const TRY_AGAIN_MS = 4000;

export function mount(form, signal) {
  const key = `quizapp.kept.${form.dataset.kept}`;
  const first = JSON.stringify(words(form));
  let sending = false;
  let timer;
  signal.addEventListener("abort", () => clearTimeout(timer));

  if (form.dataset.fresh === undefined) offer();
  else keep();

  form.addEventListener("input", keep, { signal });
  form.addEventListener("change", keep, { signal });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  }, { signal });
  addEventListener("online", () => { if (timer) send(); }, { signal });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-drop-kept]");
    if (link) localStorage.removeItem(`quizapp.kept.${link.dataset.dropKept}`);
  }, { signal });

  function keep() {
    const now = words(form);
    if (JSON.stringify(now) === first && form.dataset.fresh === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ words: now, at: Date.now() }));
  }

  function offer() {
    const kept = read(key);
    if (!kept || JSON.stringify(kept.words) === first) return localStorage.removeItem(key);
    const line = notice(form, `Words of yours that were not saved are still here, from ${new Date(kept.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}.`);
    line.append(button("Bring them back", () => { fill(form, kept.words); line.remove(); }), button("Throw them away", () => { localStorage.removeItem(key); line.remove(); }));
  }

  async function send() {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    timer = undefined;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const { pathname } = new URL(answer.url);
      if (answer.redirected && pathname === "/log-in") return wait("You are logged out. Log in again in another window.");
      if (answer.status >= 500 || answer.status === 429) return wait("The server is busy.");
      if (answer.redirected) localStorage.removeItem(key);
      if (answer.redirected && !pathname.startsWith("/drafts/")) return location.assign(answer.url);
      show(await answer.text(), answer.redirected ? answer.url : "");
    } catch {
      wait("No connection.");
    } finally {
      sending = false;
    }
  }

  function wait(why) {
    keep();
    notice(form, `Not saved yet. ${why} Your words are kept in this browser and saved when it is back.`);
    announce(`Not saved yet. ${why} Your words are kept.`);
    timer = setTimeout(send, TRY_AGAIN_MS);
  }
}

function words(form) {
  return [...new FormData(form)].filter(([name, value]) => name !== "csrf_token" && typeof value === "string");
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function fill(form, kept) {
  for (const [name, value] of kept) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList || (field && !["checkbox", "radio"].includes(field.type))) field.value = value;
    else if (field) field.checked = true;
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
  form.querySelector("textarea, input:not([type=hidden])").focus();
}

function show(text, address) {
  if (address) history.pushState(null, "", address);
  const page = new DOMParser().parseFromString(text, "text/html");
  const old = document.querySelector("main");
  release(old);
  old.replaceWith(page.querySelector("main"));
  document.title = page.title;
  const main = document.querySelector("main");
  mountAll(main);
  scrollTo(0, 0);
  const told = main.querySelector("[role=alert], [role=status]") ?? main.querySelector("h1");
  told.tabIndex = -1;
  told.focus();
  announce(told.textContent.trim());
}

function notice(form, text) {
  const line = form.querySelector("[data-kept-notice]") ?? form.insertBefore(document.createElement("div"), form.firstChild);
  line.className = "notice row";
  line.dataset.keptNotice = "";
  line.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
  return line;
}

function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
}
