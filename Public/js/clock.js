// An interview's clock, counted down by this page's own steady time from the moment the server said how much was
// left. What the device believes the time of day to be plays no part.

/** Milliseconds left at `now` (as `performance.now()` tells it), or null without a clock. */
export function remaining(clock, now = performance.now()) {
  if (!clock) return null;
  return Math.max(0, clock.remaining - (clock.running ? now - clock.heardAt : 0));
}

/** Says once when half of the time, a minute, and ten seconds are left. */
export class Thresholds {
  #marks;
  #before = null;

  /** @param limit the whole time in milliseconds */
  constructor(limit) {
    this.#marks = [...new Set([10_000, 60_000, limit / 2])].filter((mark) => mark < limit).sort((a, b) => a - b);
  }

  /** The mark in milliseconds that was passed since the last call, or null. More time sets the marks anew. */
  passed(left) {
    const before = this.#before;
    this.#before = left;
    if (before === null || left >= before) return null;
    return this.#marks.find((mark) => left <= mark && mark < before) ?? null;
  }
}
