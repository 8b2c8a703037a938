// Items of the desk fetched ahead, so that the next one is there at once and also without a connection.

const AHEAD = 8;
const FETCH_WHEN_LEFT = 4;

export class Stock {
  #cards = new Map(); #address; #fetching = false;

  constructor(address, first) {
    this.#address = address;
    this.#cards.set(first.dataset.item, first);
  }

  get(id) {
    return this.#cards.get(id);
  }

  put(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    for (const card of page.querySelectorAll("[data-card]")) this.#cards.set(card.dataset.item, document.adoptNode(card));
  }

  async fetch(ids) {
    const wanted = ids.map((id) => `&item=${encodeURIComponent(id)}`).join("");
    const answer = await fetch(this.#address + wanted);
    if (answer.ok && !answer.redirected) this.put(await answer.text());
  }

  async keepAhead(ids) {
    const missing = ids.slice(0, AHEAD).filter((id) => !this.#cards.has(id));
    if (!missing.length || this.#fetching) return;
    if (ids.slice(0, FETCH_WHEN_LEFT).every((id) => this.#cards.has(id))) return;
    this.#fetching = true;
    try {
      await this.fetch(missing);
    } catch {
      // Tried again at the next step.
    } finally {
      this.#fetching = false;
    }
  }
}
