// Keys of a round: 1-4 or A-D choose, Enter or N go on. Not in text fields, not under a dialog, and not at all
// where the player's setting switched them off (then the page holds no list of keys).

export function mount(round, signal) {
  if (!round.querySelector("[data-keys]")) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(event.target)) return;
    const button = meant(round, event);
    if (!button) return;
    event.preventDefault();
    button.click();
  }, { signal });
}

function isElsewhere(target) {
  return document.querySelector("dialog[open]") || target.closest("input:not([type=radio], [type=checkbox]), textarea, select");
}

function meant(round, event) {
  const key = event.key.toUpperCase();
  const place = "1234".includes(key) ? "1234".indexOf(key) : "ABCD".indexOf(key);
  if (key.length === 1 && place >= 0) return round.querySelectorAll(".option:enabled")[place];
  if (key === "N" || (key === "ENTER" && !event.target.closest("a, button, summary, input"))) {
    return round.querySelector(".verdict:not([hidden]) [data-next]") ?? round.querySelector("[data-time-up]:not([hidden]) [data-see-answer]");
  }
  return null;
}
