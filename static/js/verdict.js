// Shows what came of a response: marks the options, fills the panel (as text, never as markup), focuses "Next".

import { announce } from "./main.js";

export function reveal(page, verdict) {
  for (const option of page.querySelectorAll(".option")) {
    option.disabled = true;
    option.removeAttribute("aria-pressed");
    option.dataset.state = verdict.states[option.value];
    option.querySelector("[data-mark]").textContent = verdict.marks[option.value];
  }
  page.querySelector("[data-time-up]").hidden = true;
  page.querySelector("[data-clock-shown]")?.parentElement.remove();
  if (verdict.is_last) page.querySelector("[data-end]")?.remove();
  document.querySelector("[data-points]").textContent = verdict.points_so_far;
  document.querySelector("[data-streak]").textContent = verdict.in_a_row;
  fill(page.querySelector("[data-panel]"), verdict);
  announce([verdict.headline, verdict.earned, verdict.explanation].join(" "));
}

function fill(panel, verdict) {
  panel.dataset.verdict = verdict.kind;
  for (const slot of panel.querySelectorAll("[data-slot]")) {
    slot.textContent = verdict[slot.dataset.slot];
  }
  const sources = panel.querySelector("[data-sources]");
  sources.replaceChildren(...verdict.sources.map(sourceLine));
  sources.hidden = verdict.sources.length === 0;
  panel.classList.add("verdict--fresh");
  panel.hidden = false;
  panel.querySelector("[data-next]").focus({ preventScroll: true });
  // The proof should be seen without scrolling; if not all of it fits, the verdict itself comes first.
  for (const part of [".proof", ".verdict__head"]) panel.querySelector(part).scrollIntoView({ block: "nearest" });
}

function sourceLine(source) {
  const line = document.createElement("li");
  line.append(
    made("cite", "proof__title", linked(source.title, source.url)), " ",
    made("span", "proof__place", source.whereabouts),
    ...source.quotes.map((quote) => quoted(quote, source.language)),
  );
  if (source.licence) {
    line.append(made("p", "proof__place", "Licence: ", linked(source.licence, source.licence_url)));
  }
  return line;
}

function quoted(sentence, language) {
  const quote = made("blockquote", "proof__quote", sentence);
  quote.lang = language;
  quote.dir = "auto";
  return quote;
}

function linked(text, address) {
  if (!/^https?:/.test(address)) return text;
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.rel = "noopener";
  anchor.target = "_blank";
  anchor.textContent = text;
  return anchor;
}

function made(tag, name, ...content) {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...content);
  return element;
}
