"""Many downloads at once: each gets one reply, whole or told to come again."""

import io
import socket
import threading
import zipfile

import pytest

from rooms import Guest
from test_transcripts import listed

COUNT = 12
DEADLINE = 60


def ask(server, cookie, barrier):
    """All that comes on a connection of its own until the server ends it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=DEADLINE) as connection:
        barrier.wait()
        connection.sendall(
            f"GET /transcripts?as=zip HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n"
            f"Cookie: greenroom_visitor={cookie}\r\n\r\n".encode())
        received = b""
        while more := connection.recv(1 << 16):
            received += more
    return received


def taken_apart(received):
    head, _, body = received.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if headers.get("transfer-encoding") == "chunked":
        whole = b""
        while True:
            size, _, body = body.partition(b"\r\n")
            if not int(size, 16):
                break
            whole, body = whole + body[:int(size, 16)], body[int(size, 16) + 2:]
        body, rest = whole, body.removeprefix(b"\r\n")
        assert not rest
    return int(status.split()[1]), headers, body


@pytest.mark.parametrize("turn", range(3))
def test_of_many_downloads_at_once_each_gets_one_reply(start_server, schema, turn):
    server = start_server()
    cookie = None
    for _ in range(3):
        with Guest(server, schema, **({"additional_headers": {"Cookie": f"greenroom_visitor={cookie}"}} if cookie else {})) as guest:
            cookie = cookie or guest.connection.response.headers["set-cookie"].split("=")[1].split(";")[0]
            guest.interview = guest.open(count=1)["interview"]
            answered = guest.do("answer", "answered", question=0, text="An answer " + "of many words " * 1000)
            assert answered["type"] == "answered", answered
    listed(server, {"value": cookie}, 3)
    barrier, replies = threading.Barrier(COUNT), [None] * COUNT

    def take(place):
        try:
            replies[place] = ask(server, cookie, barrier)
        except OSError as error:
            replies[place] = error

    threads = [threading.Thread(target=take, args=(place,), daemon=True) for place in range(COUNT)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(DEADLINE + 5)
    silent = [place for place, reply in enumerate(replies) if not isinstance(reply, bytes) or not reply]
    assert not silent, [replies[place] for place in silent]
    whole = 0
    for reply in replies:
        status, headers, body = taken_apart(reply)
        if status == 503:
            assert headers["retry-after"] == "5" and int(headers["content-length"]) == len(body)
        else:
            assert status == 200
            assert zipfile.ZipFile(io.BytesIO(body)).testzip() is None
            whole += 1
    assert whole >= 2
    # Afterwards there is room again.
    assert zipfile.ZipFile(io.BytesIO(taken_apart(ask(server, cookie, threading.Barrier(1)))[2])).testzip() is None
