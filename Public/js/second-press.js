// The second press of a double click is for what the first one met. Where something else has come under the pointer
// meanwhile, nobody has chosen it.

/** Milliseconds and CSS pixels: so soon and so near nobody presses another control on purpose. */
const soon = 300;
const near = 4;
const controls = "button, a[href], summary, select, input";

/** Passes over such presses, wherever in the page. */
export function passOverSecondPresses() {
  let last = null;
  document.addEventListener("click", (event) => {
    // With the keyboard, or by a label for its field.
    if (event.detail === 0) return;
    const { timeStamp: at, clientX: x, clientY: y } = event;
    const control = event.target.closest("label")?.control ?? event.target.closest(controls);
    const isSecond = last?.control && control && at - last.at < soon && Math.hypot(x - last.x, y - last.y) < near;
    if (isSecond && !isSame(control, last.control)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    last = { control, at, x, y };
  }, true);
}

/** Also where it was built anew. */
function isSame(one, other) {
  return one === other || (one.dataset.testid !== undefined && one.dataset.testid === other.dataset.testid);
}
