// Keys of the desk: A, R (then 1-6 or Enter), E, U and the arrows. Not in text fields, not under a dialog, and
// not at all where the player's setting switched them off (then the page does not name this module).

export function mount(desk, signal) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(event.target)) return;
    if (!act(desk, event)) return;
    event.preventDefault();
  }, { signal });
}

function act(desk, event) {
  const card = desk.querySelector("[data-stage]:not([hidden]) [data-card]");
  const key = event.key.toUpperCase();
  const reject = card?.querySelector("[data-reject]");
  if (key === "U") return Boolean(desk.dispatchEvent(new CustomEvent("desk:undo")));
  if (!card) return false;
  if (reject.open && "123456".includes(key)) return press(reject.querySelectorAll("[name=rejected]:not([data-no-reason])")[key - 1]);
  if (reject.open && key === "ENTER" && !event.target.closest("button, a, summary")) return press(reject.querySelector("[data-no-reason]"));
  if (reject.open && key === "ESCAPE") return close(card, reject);
  if (key === "A") return press(card.querySelector("[data-accept]"));
  if (key === "R") return open(reject);
  if (key === "E") return press(card.querySelector("[data-edit]"));
  if (key === "ARROWRIGHT") return press(desk.querySelector("[data-next][href]"));
  if (key === "ARROWLEFT") return press(desk.querySelector("[data-previous][href]"));
  return false;
}

function press(button) {
  button?.click();
  return Boolean(button);
}

function open(reject) {
  reject.open = true;
  reject.querySelector("[data-no-reason]").focus();
  reject.scrollIntoView({ block: "nearest" });
  return true;
}

function close(card, reject) {
  reject.open = false;
  card.querySelector(".stem").focus();
  return true;
}

function isElsewhere(target) {
  return document.querySelector("dialog[open]") || target.closest("input:not([type=radio], [type=checkbox]), textarea, select");
}
