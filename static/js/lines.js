// Numbers beside the lines of a long text, and links that lead to one of them.

export function mount(frame, signal) {
  const text = frame.querySelector("textarea");
  const numbers = document.createElement("pre");
  numbers.className = "code__lines";
  numbers.setAttribute("aria-hidden", "true");
  frame.classList.add("code--numbered");
  frame.prepend(numbers);
  let shown = 0;

  function count() {
    const lines = text.value.split("\n").length;
    if (lines !== shown) numbers.textContent = Array.from({ length: lines }, (_, place) => place + 1).join("\n");
    shown = lines;
    follow();
  }
  function follow() {
    numbers.style.blockSize = `${text.offsetHeight}px`;
    numbers.scrollTop = text.scrollTop;
  }

  text.addEventListener("input", count, { signal });
  text.addEventListener("scroll", follow, { signal });
  // Not at once: what an observer changes itself would be reported as a loop.
  const resized = new ResizeObserver(() => requestAnimationFrame(follow));
  resized.observe(text);
  signal.addEventListener("abort", () => resized.disconnect());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link) return;
    event.preventDefault();
    show(text, Number(link.dataset.line));
  }, { signal });
  count();
}

function show(text, line) {
  const before = text.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  const end = text.value.indexOf("\n", start);
  text.focus();
  text.setSelectionRange(start, end < 0 ? text.value.length : end);
  const height = parseFloat(getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, (line - 4) * height);
  text.scrollLeft = 0;
  text.scrollIntoView({ block: "nearest" });
}
