// A candidate inside the page, because the way through the driver takes longer than most of what is to be seen:
// presses what is there to press, waits by watching the page change, and holds the page to its word all the while.
(() => {
  const known = new Set(["blank", "draft", "undurable", "sending", "waiting", "not-kept", "refused", "kept", "late"]);
  const candidate = window.candidate = { seen: [], wrong: [], step: null, run, report, status };
  const waiting = new Set();
  const witnessed = new Set();
  /** The text that was sent and is not said to be kept yet. */
  let sending = null;

  // Somebody who cannot wait: the page hears that the network is back whenever a connection has ended.
  window.WebSocket = class extends WebSocket {
    constructor(...parts) {
      super(...parts);
      this.addEventListener("close", () => setTimeout(() => window.dispatchEvent(new Event("online"))));
    }
  };

  const isShown = (node) => node.checkVisibility();
  const all = (testid) => [...document.querySelectorAll(`[data-testid="${testid}"]`)].filter(isShown);
  const one = (testid) => all(testid)[0] ?? null;
  const heading = () => document.querySelector("#main h1")?.textContent ?? "";
  const interview = () => new URLSearchParams(location.hash.slice(1)).get("interview");
  const view = () => ["start", "interview", "report", "gone"].find(one) ?? "none";

  /** An answer as it stands on the page, without what was asked back in between. */
  function textOf(answer) {
    return [...answer?.querySelectorAll("[data-start]") ?? []].map((part) => part.textContent).join("");
  }

  // Called after each turn in which the page has changed, before anything is painted.
  function look() {
    const states = [...all("status"), ...all("reply-status")].map((node) => node.dataset.state);
    const line = one("connection")?.dataset.state;
    const seen = [view(), line, heading(), states.join("+"), one("notice")?.textContent ?? ""].join(" | ");
    if (candidate.seen.at(-1) !== seen) candidate.seen.push(seen);
    if (view() === "gone") wrong("gone");
    if (one("notice")) wrong("a notice");
    if (view() === "interview" && one("prompt")?.textContent && all("status").length !== 1) wrong("not one status");
    for (const state of states) check(state, line);
    for (const node of all("answered-text")) witness(textOf(node));
    // In a realistic interview the field itself says that its text is kept.
    if (one("answer") && one("status").dataset.state === "kept") witness(one("answer").value);
    for (const wait of waiting) {
      if (!wait.condition()) continue;
      waiting.delete(wait);
      wait.resolve();
    }
  }

  function check(state, line) {
    if (!known.has(state)) wrong(`unknown state ${state}`);
    if (state === "sending" && line !== "online") wrong("sending without a connection");
    if (state === "waiting" && line === "online") wrong("waiting with a connection");
    const isOnItsWay = ["sending", "waiting", "not-kept", "kept"].includes(state);
    if (sending !== null && one("answer")?.value === sending && !isOnItsWay) wrong(`sent, and shown as ${state}`);
  }

  // What is said to be kept has to be in the log by then. Synchronous: nothing may happen in between.
  function witness(text) {
    const query = `${new URLSearchParams({ interview: interview(), text })}`;
    if (text === sending) sending = null;
    if (witnessed.has(query)) return;
    witnessed.add(query);
    const request = new XMLHttpRequest();
    request.open("GET", `/witness?${query}`, false);
    request.send();
    if (request.responseText !== "kept") wrong(`said to be kept, and is not: ${text}`);
  }

  function wrong(what) {
    candidate.wrong.push(`${what}, at: ${candidate.seen.at(-1)}`);
  }

  function until(condition) {
    return new Promise((resolve) => {
      if (condition()) resolve();
      else waiting.add({ condition, resolve });
    });
  }

  async function press(testid, times = 1) {
    const isReady = () => one(testid) && one(testid).getAttribute("aria-disabled") !== "true";
    await until(isReady);
    for (let i = 0; i < times && isReady(); i++) one(testid).click();
  }

  function write(text, testid = "answer") {
    const field = one(testid);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The state that the page shows the answer at hand to be in. */
  function status() { return one("status")?.dataset.state; }

  const isKept = (text) => textOf(one("answered-text")) === text;
  const hasMovedOn = (before) => one("report") || (heading() !== before && one("prompt")?.textContent && one("answer"));
  const isRealistic = () => candidate.mode === "realistic";

  /** Leaves the question; the last one is asked about, and is not taken back. */
  async function leave(how, { hasty } = {}) {
    const before = heading();
    await press(how);
    if (one("dialog-proceed")) await press("dialog-proceed");
    if (!hasty) await until(() => hasMovedOn(before));
  }

  /** A point of a story that may be ticked or unticked. */
  const boxes = () => [...document.querySelectorAll('[data-testid="tick-point"]')].filter(isShown);
  /** The box of a story that was ticked last: others may have been ticked beforehand. Known across a reload. */
  const ticked = () => boxes()[Number(sessionStorage.getItem("candidate.ticked") ?? -1)];
  /** What was wished for is kept. */
  const stands = (one, isTicked) => one && one.checked === isTicked && one.getAttribute("aria-disabled") === null;

  async function say() {
    if (one("open-points")?.getAttribute("aria-disabled") === null) await press("open-points");
    await press("dispute", 2);
  }

  const steps = {
    async start() {
      await press("start-button");
      await until(() => one("answer") && one("prompt")?.textContent);
    },
    async write(text) {
      await until(() => one("answer"));
      write(text);
    },
    async send(text, { hasty, twice } = {}) {
      const before = heading();
      await steps.write(text);
      sending = text;
      await press("send", twice ? 2 : 1);
      if (!hasty) await (isRealistic() ? until(() => hasMovedOn(before)) : until(() => isKept(text)));
    },
    /** To the interviewer's follow-up question. */
    async reply(text, whole) {
      await until(() => one("reply"));
      write(text, "reply");
      await press("send-reply");
      await until(() => isKept(whole));
    },
    async kept(text) { await until(() => isKept(text)); },
    async draft(text) { await until(() => one("answer")?.value === text); },
    async status(state) { await until(() => status() === state); },
    async hint(taken, { hasty }) {
      await press("hint", 2);
      if (!hasty) await steps["hint came"](taken);
    },
    async "hint came"(taken) { await until(() => Number.parseInt(one("hints-taken")?.textContent, 10) === taken); },
    /** "I did say that", of the first point that can be disputed; of a story it is ticked. */
    async dispute({ hasty }) {
      if (one("tick-point")) {
        const free = () => boxes().findIndex((one) => stands(one, false));
        await until(() => free() >= 0);
        sessionStorage.setItem("candidate.ticked", free());
        ticked().click();
      } else {
        await say();
      }
      if (!hasty) await steps["dispute came"]();
    },
    async "dispute came"() { await until(() => one("withdraw") || stands(ticked(), true)); },
    async withdraw() {
      if (stands(ticked(), true)) {
        ticked().click();
        return until(() => stands(ticked(), false));
      }
      await press("withdraw", 2);
      await until(() => !one("withdraw") && one("dispute"));
    },
    async retry() {
      await press("retry");
      await until(() => one("answer"));
    },
    /** Every attempt that the page has, in order. */
    async shows(texts) {
      const choices = () => [...document.querySelectorAll(".attempts button")].filter(isShown);
      const shown = choices().length ? [] : [textOf(one("answered-text"))];
      for (let i = 0; i < choices().length; i++) {
        choices()[i].click();
        shown.push(textOf(one("answered-text")));
      }
      if (JSON.stringify(shown) !== JSON.stringify(texts)) wrong(`the page shows ${JSON.stringify(shown)}`);
    },
    async reveal() {
      await press("reveal");
      await until(() => one("model-answer")?.textContent);
    },
    async undo() {
      const before = heading();
      await press("undo", 2);
      await until(() => heading() !== before && one("answer"));
    },
    async skip() { await leave("skip"); },
    async next() { await leave("next"); },
    async end() { await leave("end"); },
  };

  async function run(mode, plan) {
    candidate.mode = mode;
    for (const [name, ...parts] of plan) {
      candidate.step = [name, ...parts];
      await steps[name](...parts);
    }
    return { interview: interview(), wrong: candidate.wrong };
  }

  /** What the report has of each question: the outcome and the best attempt. */
  async function report() {
    await until(() => one("report"));
    const questions = all("report-question");
    for (const question of questions) question.querySelector("details").open = true;
    await until(() => questions.every((question) => question.querySelector("details .prose")));
    return questions.map((question) => {
      const answer = question.querySelector("[data-testid=answered-text]");
      return [question.dataset.outcome, answer && textOf(answer)];
    });
  }

  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
  document.addEventListener("DOMContentLoaded", look);
})();
