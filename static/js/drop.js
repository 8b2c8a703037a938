// Documents dropped onto a form: they join those that were chosen, are listed with a way to take each out, and
// what is too large is said before anything is sent.

import { announce } from "./main.js";

const MB = 1024 * 1024;
const MOST_FILE = 10 * MB;
const MOST_TOGETHER = 40 * MB;

export function mount(zone, signal) {
  const input = zone.querySelector("input[type=file]");
  let files = [];

  function keep(wanted) {
    files = wanted;
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    input.files = held.files;
    list(zone, files, (gone) => {
      keep(files.filter((file) => file !== gone));
      input.focus();
      announce(`${gone.name} taken out`);
    });
  }

  input.addEventListener("change", () => {
    keep(joined(files, [...input.files]));
  }, { signal });

  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.dataset.over = "";
    }, { signal });
  }
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) delete zone.dataset.over;
  }, { signal });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    delete zone.dataset.over;
    keep(joined(files, [...event.dataTransfer.files]));
    announce(files.length === 1 ? "1 file chosen" : `${files.length} files chosen`);
  }, { signal });

  zone.closest("form").addEventListener("submit", (event) => {
    const refusal = tooLarge(files);
    zone.querySelector("[data-refusal]").textContent = refusal;
    if (refusal) event.preventDefault();
  }, { signal });
}

function joined(before, after) {
  const key = (file) => `${file.name} ${file.size} ${file.lastModified}`;
  const known = new Set(before.map(key));
  return [...before, ...after.filter((file) => !known.has(key(file)))];
}

function tooLarge(files) {
  const large = files.find((file) => file.size > MOST_FILE);
  if (large) return `${large.name} is larger than 10 MB. Take it out, or split it.`;
  const together = files.reduce((sum, file) => sum + file.size, 0);
  return together > MOST_TOGETHER ? "These files have more than 40 MB together. Send some of them later." : "";
}

function list(zone, files, takeOut) {
  zone.querySelector("[data-refusal]").textContent = tooLarge(files);
  zone.querySelector("[data-list]").replaceChildren(...files.map((file) => {
    const line = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name;
    const size = document.createElement("span");
    size.className = "soft small figures";
    size.textContent = file.size < MB ? `${Math.ceil(file.size / 1024)} KB` : `${(file.size / MB).toFixed(1)} MB`;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.textContent = "Take out";
    button.setAttribute("aria-label", `Take out ${file.name}`);
    button.addEventListener("click", () => takeOut(file));
    line.append(name, size, button);
    return line;
  }));
}
