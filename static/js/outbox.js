// Decisions on their way to the server. Each is kept in the browser until the server has it, and they go in
// order, one at a time; the server takes one that comes twice for one.

const TRY_AGAIN_MS = 4000;

export class Outbox {
  #key; #handlers; #timer; #sending = false;

  // handlers: saved(entry, answer), refused(entry, answer), waits(count, why)
  constructor(name, handlers, signal) {
    this.#key = `quizapp.outbox.${name}`;
    this.#handlers = handlers;
    addEventListener("online", () => this.send(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  get entries() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? [];
    } catch {
      return [];
    }
  }

  add(entry) {
    this.#write([...this.entries, { ...entry, id: crypto.getRandomValues(new Uint32Array(2)).join("-") }]);
    return this.send();
  }

  // Takes the newest one back, if it has not left yet.
  takeBack() {
    const waiting = this.entries;
    if (waiting.length <= (this.#sending ? 1 : 0)) return null;
    const last = waiting.pop();
    this.#write(waiting);
    this.#handlers.waits(waiting.length, "");
    return last;
  }

  async send() {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    let why = "";
    for (let next = this.entries[0]; next && !why; next = this.entries[0]) why = await this.#sendOne(next);
    this.#sending = false;
    this.#handlers.waits(this.entries.length, why);
    if (why) this.#timer = setTimeout(() => this.send(), TRY_AGAIN_MS);
  }

  async #sendOne(entry) {
    let answer;
    try {
      const token = document.querySelector("input[name=csrf_token]")?.value ?? "";
      const body = new URLSearchParams({ ...entry.form, csrf_token: token });
      answer = await fetch(entry.address, { method: "POST", body, headers: { Accept: "application/json" } });
    } catch {
      return "No connection.";
    }
    if (answer.redirected) return "You are logged out. Log in again in another window.";
    if (answer.status >= 500 || answer.status === 429) return "The server is busy.";
    const told = await answer.json();
    this.#write(this.entries.filter((each) => each.id !== entry.id));
    if (answer.ok) this.#handlers.saved(entry, told);
    else this.#handlers.refused(entry, told);
    return "";
  }

  #write(entries) {
    if (entries.length) localStorage.setItem(this.#key, JSON.stringify(entries));
    else localStorage.removeItem(this.#key);
  }
}
