// The list of keys: opened by its button or by "?".

export function mount(button, signal) {
  const dialog = button.closest("main").querySelector("[data-keys]");
  const open = () => { if (!dialog.open) dialog.showModal(); };
  button.addEventListener("click", open, { signal });
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !event.target.closest("input, textarea")) open();
  }, { signal });
}
