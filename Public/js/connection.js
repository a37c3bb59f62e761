// One WebSocket that comes back by itself: full-jitter back-off, at once when the network or the tab is back,
// and a watch for the half-open kind of connection that takes everything and answers nothing.

/** Milliseconds. Every request is answered at once, so 9 s without a word after one mean that the line is dead. */
const times = { least: 500, most: 10_000, welcome: 10_000, silence: 9_000, settled: 5_000 };

/** How long to wait before attempt `n` (0 is the first retry): anywhere between 0.5 s and a limit that doubles. */
export function backOff(n, random = Math.random()) {
  const limit = Math.min(times.most, times.least * 2 ** Math.min(n + 1, 10));
  return times.least + random * (limit - times.least);
}

export class Connection {
  #url;
  #heard;
  #changed;
  #socket = null;
  #failures = 0;
  #retry = null;
  #watch = null;
  #since = 0;
  #wasOnline = false;
  /** Why the server takes no connection from this page, in its own words; null where it does or nobody knows. */
  refusal = null;
  /** True between a `welcome` and the end of that socket. */
  isOnline = false;

  /** True once a connection could not be made, or was lost. */
  get hasFailed() { return this.#failures > 0; }

  /** @param heard called with each message; @param changed called when `isOnline` or `hasFailed` may have changed. */
  constructor(url, { heard, changed }) {
    this.#url = url;
    this.#heard = heard;
    this.#changed = changed;
  }

  start() {
    window.addEventListener("online", () => this.#hurry());
    window.addEventListener("pageshow", () => this.#hurry());
    // A browser may keep a page that was left, with its socket open: for the server somebody would still be there.
    window.addEventListener("pagehide", ({ persisted }) => {
      if (persisted && this.#socket) this.#lost(this.#socket);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#hurry();
    });
    this.#connect();
  }

  /**
   * Sends if there is a connection; keeping what was not sent is the caller's part. What has no `ref` is no request, and
   * nothing comes back that would show the line to be alive.
   */
  send(message) {
    if (!this.isOnline || this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    if (message.ref) this.#watch ??= setTimeout(() => this.#lost(this.#socket), times.silence);
    return true;
  }

  #connect() {
    clearTimeout(this.#retry);
    this.#retry = null;
    const socket = new WebSocket(this.#url, "greenroom.v1");
    this.#socket = socket;
    this.#watch = setTimeout(() => this.#lost(socket), times.welcome);
    socket.addEventListener("message", (event) => {
      if (socket === this.#socket) this.#received(event.data);
    });
    // An `error` is always followed by `close`.
    socket.addEventListener("close", () => this.#lost(socket));
  }

  #received(text) {
    let message;
    try { message = JSON.parse(text); } catch { return; }
    if (message === null || typeof message !== "object") return;
    if (message.type === "welcome") {
      this.#since = Date.now();
      this.isOnline = this.#wasOnline = true;
      this.refusal = null;
      this.#changed();
    }
    // Whatever arrives shows that the line is alive.
    if (this.isOnline) {
      clearTimeout(this.#watch);
      this.#watch = null;
    }
    this.#heard(message);
  }

  #lost(socket) {
    if (socket !== this.#socket) return;
    clearTimeout(this.#watch);
    this.#watch = null;
    this.#socket = null;
    // A server that greets and hangs up at once is no success: only a while online starts the count anew.
    if (this.isOnline && Date.now() - this.#since > times.settled) this.#failures = 0;
    socket.close();
    this.#retry = setTimeout(() => this.#connect(), backOff(this.#failures));
    this.#failures += 1;
    this.isOnline = false;
    this.#changed();
    if (!this.#wasOnline) this.#askWhy();
  }

  /** A page never learns what was said to its handshake, so it asks. */
  async #askWhy() {
    const url = new URL(this.#url);
    url.protocol = location.protocol;
    url.search = new URLSearchParams({ origin: location.origin });
    try {
      const answer = await fetch(url);
      this.refusal = answer.status === 200 ? (await answer.text()).trim() : null;
    } catch { return; } // nobody answers
    this.#changed();
  }

  #hurry() {
    if (this.#retry !== null) this.#connect();
  }
}
