// The clock of an item: counts to the server's deadline by the time that passes here, never by this device's
// idea of the date. Words at ten and five seconds; at the end the options close.

import { announce } from "./main.js";

const STEPS = [[0, "none", "Time is up"], [5, "five", "5 seconds left"], [10, "ten", "10 seconds left"]];

export function mount(clock, signal) {
  const main = clock.closest("main");
  const { deadlineMs, nowMs, limitMs } = clock.dataset;
  const endsAt = receivedMs(main) + (deadlineMs - nowMs);
  const number = clock.querySelector(".clock__number");
  const words = clock.querySelector(".clock__words");
  const started = endsAt - performance.now();
  let said = STEPS.find(([seconds]) => started <= seconds * 1000)?.[1];

  const bar = drain(clock.querySelector(".clock__bar"), Math.max(0, started), Number(limitMs));
  const timer = setInterval(tick, 100);
  let waits = false; // an answer is on its way
  signal.addEventListener("abort", () => clearInterval(timer));
  main.addEventListener("quiz:chosen", () => { waits = true; bar.pause(); }, { signal });
  main.addEventListener("quiz:lost", () => {
    waits = false;
    bar.currentTime = Math.max(0, started) - Math.max(0, endsAt - performance.now());
    bar.play();
  }, { signal });
  tick();

  function tick() {
    if (waits) return;
    const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    if (number.textContent !== String(left)) number.textContent = left;
    const step = STEPS.find(([seconds]) => left <= seconds);
    if (step) tell(step);
    if (left === 0) {
      clearInterval(timer);
      close(main);
    }
  }

  function tell([, name, text]) {
    clock.dataset.left = name;
    words.textContent = text;
    if (said !== name) announce(text);
    said = name;
  }
}

// When the page's first byte came: at a full load the browser knows; a swapped page was told.
function receivedMs(main) {
  if (main.dataset.receivedMs) return Number(main.dataset.receivedMs);
  return performance.getEntriesByType("navigation")[0]?.responseStart ?? 0;
}

function drain(bar, leftMs, limitMs) {
  const from = `scaleX(${Math.min(1, leftMs / limitMs)})`;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const easing = still ? `steps(${Math.max(1, Math.ceil(leftMs / 1000))})` : "linear";
  return bar.animate([{ transform: from }, { transform: "scaleX(0)" }], { duration: leftMs, easing, fill: "forwards" });
}

function close(main) {
  for (const option of main.querySelectorAll(".option")) {
    option.disabled = true;
    option.dataset.state = "closed";
  }
  main.querySelector("[data-time-up]").hidden = false;
  main.querySelector("[data-see-answer]").focus();
}
