// Finds [data-module], imports the modules named there, and calls mount(element, signal) of each.
// When a part of the page is replaced, `release` ends the listeners in it by their signal.

const KNOWN = new Set([
  "answer", "clock", "clock-shown", "copy", "desk", "desk-keys", "drop", "findings", "flag", "kept",
  "keys-dialog", "lines", "making", "next", "offers", "option-keys", "reader", "revision", "take",
]);
const mounted = new Map();

export async function mountAll(root) {
  const found = [...root.querySelectorAll("[data-module]")];
  await Promise.all(found.map(mountOne));
}

export function release(root) {
  for (const [element, controller] of mounted) {
    if (root.contains(element)) {
      controller.abort();
      mounted.delete(element);
    }
  }
}

export function announce(words) {
  document.querySelector("[data-live]").textContent = words;
}

async function mountOne(element) {
  const controller = new AbortController();
  mounted.set(element, controller);
  for (const name of element.dataset.module.split(" ").filter((each) => KNOWN.has(each))) {
    const module = await import(`./${name}.js`);
    if (!controller.signal.aborted) module.mount(element, controller.signal);
  }
}

// Not awaited: the modules import this one, which would wait for them.
mountAll(document).then(() => { document.documentElement.dataset.ready = ""; });
