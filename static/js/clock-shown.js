// "Show the clock": remembered on this device for the items to come.

const KEY = "quizapp.clock-hidden";

export function mount(box, signal) {
  if (localStorage.getItem(KEY)) box.checked = false;
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "yes");
  }, { signal });
}
