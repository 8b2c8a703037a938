// Findings as one types: the server's own rubric is asked when the hand rests, and what it says stands beside
// each field. Changing the right answer brings up the question where the new one stands.

const REST_MS = 250;

export function mount(form, signal) {
  const evidence = form.querySelector("[data-evidence]");
  const key = form.elements.key;
  let timer;
  let asked = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));
  form.addEventListener("input", () => {
    askForEvidence();
    clearTimeout(timer);
    timer = setTimeout(judge, REST_MS);
  }, { signal });
  askForEvidence();

  async function judge() {
    const number = ++asked;
    try {
      const answer = await fetch(form.dataset.judge, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      const told = await answer.json();
      if (number !== asked) return; // an older answer that came late
      for (const place of form.querySelectorAll("[data-said]")) say(place, told.fields[place.dataset.said]);
      if (told.places) offer(told.places);
    } catch {
      // Without a connection the last findings stand; kept.js tells when saving does not work.
    }
  }

  function askForEvidence() {
    if (!evidence || evidence.dataset.key === undefined) return;
    const changed = key.value.trim().toLowerCase() !== evidence.dataset.key.toLowerCase();
    evidence.hidden = !changed;
    const keep = evidence.querySelector("[value=keep]");
    keep.closest("label").hidden = changed;
    if (!changed) keep.checked = true;
    else if (keep.checked) keep.checked = false;
  }

  function offer(places) {
    const list = form.querySelector("[data-places]");
    const chosen = list?.querySelector(":checked")?.value;
    list?.replaceChildren(...places.map((place) => placeLine(place, place.value === chosen)));
  }
}

function say(place, about) {
  const lines = [];
  if (about?.problem) lines.push(made("p", "field__error", about.problem));
  if (about?.marked.length) lines.push(made("p", "said__echo", ...about.marked.map(([text, meant]) => (meant ? made("mark", "flawed", text) : text))));
  if (about?.findings.length) lines.push(made("ul", "flaws", ...about.findings.map(findingLine)));
  place.replaceChildren(...lines);
  const field = document.getElementById(place.dataset.said);
  if (about?.problem) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function findingLine(finding) {
  const must = finding.level === "error";
  return made("li", `flaw flaw--${must ? "error" : "warning"}`, made("strong", "", must ? "Must be mended:" : "Could be better:"), ` ${finding.what} `, made("span", "flaw__mend", finding.mend));
}

function placeLine(place, isChosen) {
  const choice = Object.assign(document.createElement("input"), { type: "radio", name: "evidence", value: place.value, checked: isChosen });
  return made("label", "item-place", choice, made("span", "", made("cite", "proof__title", place.title), " ", made("span", "proof__place", place.place), " ", made("q", "proof__quote", place.quote)));
}

function made(tag, name, ...content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}
