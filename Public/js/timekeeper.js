// What the page does by itself when an interview's time is up: it sends what was written, and in a realistic
// interview it moves on. Two tabs come to the same requests with the same names, so nothing happens twice.

import { remaining } from "./clock.js";
import { openProbe } from "./points.js";
import { replyTo } from "./store.js";

const prefix = "clock-";

/** Whether a request of this name was made by the clock and not by a person. */
export const isByClock = (ref) => ref.startsWith(prefix);

export class Timekeeper {
  #app;
  #interview = null;
  #alarm = null;

  constructor(app) { this.#app = app; }

  /** The interview as it stands now, or null while there is none to keep the time of. */
  set(interview) {
    const isSame = interview?.clock === this.#interview?.clock;
    this.#interview = interview;
    if (!isSame) this.#wind();
    if (interview?.closed) this.#closed(interview);
  }

  #wind() {
    clearTimeout(this.#alarm);
    const clock = this.#interview?.clock;
    if (clock?.running) this.#alarm = setTimeout(() => this.#timeUp(), remaining(clock));
  }

  #timeUp() {
    const interview = this.#interview;
    if (!interview?.clock || interview.ended) return;
    // What was heard so far belongs to what was written.
    this.#app.dictating?.stop();
    this.#sendDraft(interview);
    this.#app.changed();
  }

  /** Sends what was written and not sent, if there is anything. */
  #sendDraft(interview) {
    const app = this.#app;
    const question = interview.questions[interview.current];
    if (!question || app.candidate.sending(question.index) || app.candidate.sending(question.index, true)) return;
    const ref = `${prefix}${question.index}-${interview.extensions?.length ?? 0}`;
    if (question.attempts.some((one) => one.ref === ref)) return;
    const reply = openProbe(question) ? app.candidate.draft(replyTo(question.index)) : "";
    const draft = app.candidate.draft(question.index);
    if (isSendable(draft, app) && draft !== question.attempts.at(-1)?.text) app.candidate.answer(question.index, draft, { ref });
    else if (isSendable(reply, app)) app.candidate.answer(question.index, reply, { isReply: true, ref });
  }

  /** In a realistic interview nobody stays with a question whose time is up. */
  #closed(interview) {
    const { closed, setup, current } = interview;
    if (setup?.mode !== "realistic" || interview.ended) return;
    if (closed.per === "question" && closed.question !== current) return;
    this.#sendDraft(interview);
    if (this.#app.outbox.find("answer")) return;
    const ref = `${prefix}closed-${closed.seq}`;
    if (closed.per === "interview") this.#app.candidate.end(ref);
    else if (!interview.questions[current]?.attempts.length) this.#app.candidate.next(current, ref);
  }
}

function isSendable(text, app) {
  return text.trim() !== "" && text.length <= app.answerLimit;
}
