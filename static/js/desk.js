// The desk: a decision shows the next item at once, from the few that were fetched ahead, and is sent meanwhile.

import { announce } from "./main.js";
import { Outbox } from "./outbox.js";
import { Stock } from "./stock.js";

const WORDS = { open: "To decide", accepted: "Accepted", rejected: "Rejected" };

export function mount(desk, signal) {
  const stage = desk.querySelector("[data-stage]");
  if (!stage?.firstElementChild) return;
  const { address, show, draft } = desk.dataset;
  const links = [...desk.querySelectorAll("[data-jump-to]")];
  const order = links.map((link) => link.dataset.jumpTo);
  const stock = new Stock(`${address}/cards?show=${show}`, stage.firstElementChild);
  const decided = [];
  let current = stage.firstElementChild.dataset.item;

  const outbox = new Outbox(draft, {
    saved: (_, told) => { count(told.counts); tellRevision(told.revision); },
    refused: (entry, told) => refuse(entry, told),
    waits: (left, why) => waits(left, why),
  }, signal);

  function decide(form, button) {
    const data = new FormData(form);
    data.delete("csrf_token");
    data.set(button.name, button.value);
    const state = button.name === "rejected" ? "rejected" : button.value;
    decided.push({ item: current, before: data.get("was") });
    outbox.add({ item: current, address: form.action, form: Object.fromEntries(data) });
    setState(current, state);
    const next = following(1, (id) => !linkOf(id).dataset.decided);
    if (next && state !== "open") go(next, `${WORDS[state]}.`);
    else if (state === "open") announce("Put back among those to decide.");
    else finish(`${WORDS[state]}. That was the last one.`);
  }

  function setState(id, state) {
    const card = stock.get(id);
    const link = linkOf(id);
    if (link) link.dataset.decided = state === "open" ? "" : WORDS[state].toLowerCase();
    if (link && state === "open") delete link.dataset.decided;
    if (!card) return;
    card.dataset.state = state;
    card.querySelector("[data-state-word]").textContent = WORDS[state];
    card.querySelector("[name=was]").value = state;
    card.querySelector("[data-put-back]").hidden = state === "open";
    card.querySelector("[data-reject]").open = false;
  }

  async function go(id, said = "") {
    const card = stock.get(id) ?? await stock.fetch([id]).then(() => stock.get(id)).catch(() => null);
    if (!card) return tell("No connection. The other questions can be seen when it is back.");
    current = id;
    stage.hidden = false;
    desk.querySelector("[data-done]").hidden = true;
    desk.querySelector("[data-told]").hidden = true;
    stage.replaceChildren(card);
    const place = order.indexOf(id);
    desk.querySelector("[data-place]").textContent = `Question ${place + 1} of ${order.length}`;
    for (const link of links) link.toggleAttribute("aria-current", link.dataset.jumpTo === id);
    linkOf(id)?.setAttribute("aria-current", "true");
    point("[data-previous]", order[place - 1]);
    point("[data-next]", order[place + 1]);
    history.replaceState(null, "", hrefOf(id));
    const stem = card.querySelector(".stem");
    stem.focus({ preventScroll: true });
    if (stem.getBoundingClientRect().top < 0 || stem.getBoundingClientRect().top > innerHeight / 2) stem.scrollIntoView({ block: "start" });
    announce(`${said} Question ${place + 1} of ${order.length}.`.trim());
    stock.keepAhead(order.slice(place + 1));
  }

  function finish(said) {
    stage.hidden = true;
    const done = desk.querySelector("[data-done]");
    done.hidden = false;
    done.querySelector("h2").focus();
    announce(said);
  }

  async function undo() {
    const back = outbox.takeBack();
    const last = decided.pop();
    if (back) {
      setState(back.item, back.form.was);
      return go(back.item, "Undone.");
    }
    try {
      const body = new URLSearchParams({ csrf_token: document.querySelector("input[name=csrf_token]").value });
      const answer = await fetch(`${address}/undo`, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (!answer.ok) return tell(told.text);
      tellRevision(told.revision);
      // The page is loaded anew at the item: what was undone may have been more than one decision.
      location.assign(hrefOf(last?.item ?? current));
    } catch {
      if (last) decided.push(last);
      tell("No connection. Nothing was undone.");
    }
  }

  function refuse(entry, told) {
    if (told.counts) count(told.counts);
    if (told.revision) tellRevision(told.revision);
    if (told.card !== undefined) stock.put(told.card);
    setLink(entry.item);
    const shown = stock.get(entry.item);
    if (told.card && shown) go(entry.item).then(() => tell(told.text));
    else tell(told.text);
  }

  function setLink(id) {
    const link = linkOf(id);
    if (link) delete link.dataset.decided;
  }

  function tell(words) {
    const notice = desk.querySelector("[data-told]");
    notice.textContent = words;
    notice.hidden = false;
    announce(words);
  }

  function waits(left, why) {
    const notice = desk.querySelector("[data-unsaved]");
    const words = left && why ? `${left} ${left === 1 ? "change" : "changes"} not saved yet. ${why} Go on: they are kept in this browser and saved when it is back.` : "";
    if (notice.textContent && !words) announce("All changes are saved.");
    notice.textContent = words;
    notice.hidden = !words;
  }

  function count(counts) {
    for (const [name, number] of Object.entries(counts)) {
      const place = document.querySelector(`[data-pile="${name}"]`);
      if (place) place.textContent = number.toLocaleString("en");
    }
    // How many of them are good the server counts when it draws the page anew.
    for (const number of document.querySelectorAll("[data-number]")) number.hidden = true;
    for (const words of document.querySelectorAll("[data-number-gone]")) words.hidden = false;
  }

  function point(name, id) {
    const link = desk.querySelector(name);
    if (id) link.href = hrefOf(id);
    else link.removeAttribute("href");
    link.dataset.to = id ?? "";
  }

  function following(step, fits = () => true) {
    let place = order.indexOf(current) + step;
    while (order[place] && !fits(order[place])) place += step;
    return order[place];
  }

  const linkOf = (id) => links[order.indexOf(id)];
  const hrefOf = (id) => `${address}/items?show=${show}&item=${encodeURIComponent(id)}`;

  desk.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-decide]") || !event.submitter) return;
    event.preventDefault();
    decide(event.target, event.submitter);
  }, { signal });
  desk.addEventListener("click", (event) => {
    const link = event.target.closest("[data-jump-to], [data-previous], [data-next]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = link.dataset.jumpTo ?? (link.matches("[data-next]") ? following(1) : following(-1));
    event.preventDefault();
    if (id) go(id);
  }, { signal });
  desk.addEventListener("desk:undo", undo, { signal });
  document.querySelector(".draft-head__undo")?.addEventListener("submit", (event) => {
    event.preventDefault();
    undo();
  }, { signal });

  const list = desk.querySelector("[data-jump]");
  if (list && matchMedia("(min-width: 60rem)").matches) list.open = true;
  stock.keepAhead(order.slice(order.indexOf(current) + 1));
  outbox.send();
}

function tellRevision(revision) {
  document.dispatchEvent(new CustomEvent("studio:revision", { detail: revision }));
}
