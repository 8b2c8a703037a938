// The reader: a sentence and its facts find each other, and selected words go into a fact of one's own.
// Without script the numbers are links to the facts, and each paragraph has a link to the form.

import { announce } from "./main.js";

export function mount(reader, signal) {
  const listen = (target, kind, act, capture = false) => target.addEventListener(kind, act, { signal, capture });
  listen(reader, "click", (event) => {
    const told = event.target.closest("[data-told]");
    if (told && document.getSelection().isCollapsed) light(reader, told.dataset.told.trim().split(" "), true);
    const number = event.target.closest(".told__number");
    if (number) light(reader, [number.hash.slice(1)], true);
  });
  listen(reader, "focusin", (event) => {
    const fact = event.target.closest("[data-fact]");
    if (fact) light(reader, [fact.dataset.fact], false);
  });
  listen(reader, "toggle", (event) => {
    const fact = event.target.closest("[data-fact]");
    if (fact && event.target.open) light(reader, [fact.dataset.fact], false);
  }, true);
  pickWords(reader, reader.querySelector("[data-picked]"), listen);
  if (location.hash) light(reader, [location.hash.slice(1)], true);
}

// Lights up facts and the sentences that state them; `opens` also unfolds the facts and brings them into sight.
function light(reader, ids, opens) {
  for (const lit of reader.querySelectorAll("[data-lit]")) delete lit.dataset.lit;
  for (const told of reader.querySelectorAll("[data-told]")) {
    if (told.dataset.told.split(" ").some((id) => id && ids.includes(id))) told.dataset.lit = "";
  }
  const facts = ids.map((id) => document.getElementById(id)).filter((found) => found?.dataset.fact);
  for (const fact of facts) {
    fact.dataset.lit = "";
    if (opens) fact.querySelector("details").open = true;
  }
  const [target] = opens ? facts : reader.querySelectorAll(".told[data-lit]");
  target?.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
}

function pickWords(reader, form, listen) {
  const words = form.elements;
  listen(document, "selectionchange", () => {
    if (place(reader)) form.hidden = false;
  });
  for (const button of form.querySelectorAll("[data-takes]")) {
    // A press would move the focus and with it, in some browsers, the selection.
    listen(button, "pointerdown", (event) => event.preventDefault());
    listen(button, "click", () => {
      const found = place(reader);
      if (!found) return announce("Select words in the text first.");
      const side = button.dataset.takes;
      [words.sentence.value, words.paragraph.value] = [found.code, found.code.split("|")[1]];
      words[side].value = found.words;
      form.querySelector(`[data-shows=${side}]`).textContent = found.words;
      announce(`${side}: ${found.words}`);
    });
  }
  listen(form.querySelector("[data-forgets]"), "click", () => {
    form.hidden = true;
    for (const side of ["subject", "value"]) {
      words[side].value = "";
      form.querySelector(`[data-shows=${side}]`).textContent = "not chosen";
    }
  });
}

// The selected words and the sentence they begin in; nothing where the selection is elsewhere.
function place(reader) {
  const selection = document.getSelection();
  const words = selection.toString().replace(/\s+/g, " ").trim();
  if (!words || words.length > 300 || !reader.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const start = range.startContainer;
  const sentence = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest("[data-place]");
  return sentence ? { words, code: sentence.dataset.place } : null;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
