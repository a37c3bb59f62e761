import threading
import time


def wait_for(condition, seconds=15):
    """Looks again until it is so, where there is nothing to be told by."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came about"
        threading.Event().wait(0.02)
