"""deploy/'s samples for nginx and Caddy, in front of the real server."""

import os
import socket
import threading

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from conftest import make_browser
from interviews import write_bank
from page import Page
from reverse_proxies import NGINX, Caddy, ImpatientNGINX, trusting
from server import Client, Server, free_port

# Seconds. The samples are meant for more than 75; a test of every day has a proxy that gives up after 25.
SILENCE = int(os.environ.get("GREENROOM_SILENCE_SECONDS", 30))


class Site:
    """A server and what stands before it."""

    def __init__(self, kind, folder, *options):
        if not kind.program():
            pytest.skip(f"{kind.name} is not installed")
        port = free_port()
        self.server = Server(
            folder / "data", "--bank", write_bank(folder / "bank"), "--behind-proxy",
            "--allow-host", f"localhost:{port}", *options)
        try:
            self.proxy = kind(folder / "proxy", self.server.port, port)
        except BaseException:
            self.server.kill()
            raise

    def client(self, schema=None, **options):
        return Client(self.proxy, schema, ssl=trusting(), **options)

    def stop(self):
        self.proxy.stop()
        assert self.server.stop() == 0


@pytest.fixture(scope="module", params=[NGINX, Caddy], ids=["nginx", "caddy"])
def site(request, tmp_path_factory):
    site = Site(request.param, tmp_path_factory.mktemp(request.param.name))
    yield site
    site.stop()


def ask(line, *lines):
    """Sends a head; the whole answer."""
    line.sendall("\r\n".join([*lines, "", ""]).encode())
    answer = b""
    while piece := line.recv(65536):
        answer += piece
    return answer.decode()


def test_a_page_holds_an_interview_and_the_proxys_reload_costs_it_nothing(site):
    browser = make_browser(1280, 900, "--ignore-certificate-errors")
    try:
        page = Page(browser, site.proxy).load()
        page.start(count=2)
        page.send("When misses cost more than false alarms.")
        browser.execute_script("""
            window.states = [];
            const line = document.getElementById("connection");
            new MutationObserver(() => states.push(line.dataset.state)).observe(line, {attributes: true});
        """)
        site.proxy.reload()
        page.wait(lambda: browser.execute_script("return states.includes('reconnecting')"))
        page.wait(lambda: page.state("connection") == "online")
        page.next()
        page.send("It compares distributions of the inputs.")
        wrong = [entry["message"] for entry in browser.get_log("browser")
                 if entry["level"] == "SEVERE" and "WebSocket" not in entry["message"]]
        assert not wrong
    finally:
        browser.quit()


def test_whoever_is_connected_resumes_after_a_reload(site, schema):
    with site.client(schema) as client:
        opened = client.open(count=1)
        client.hear_until("asked")
        answered = client.ask(
            "answer", interview=opened["interview"], question=0, text="Misses cost more.", until=["answered"])
        site.proxy.reload()
        with pytest.raises(ConnectionClosed):
            while True:
                client.hear(timeout=20)
    with site.client(schema) as client:
        resumed = client.ask(
            "resume", interview=opened["interview"], token=opened["token"], seq=answered["seq"], until=["resumed"])
        assert resumed["type"] == "resumed"
        ended = client.ask("end", interview=opened["interview"], until=["ended"])
        assert ended["type"] == "ended"


def test_origins_are_those_of_the_address_with_its_port(site):
    """The samples hand on the name with the port that the browser gave."""
    def opens(origin):
        return connect(site.proxy.socket_url, subprotocols=["greenroom.v1"], origin=origin, ssl=trusting())
    with opens(f"https://localhost:{site.proxy.port}"):
        pass
    for origin in ["https://evil.example", f"http://localhost:{site.proxy.port}"]:
        with pytest.raises(InvalidStatus) as refused:
            opens(origin)
        assert refused.value.response.status_code == 403


def test_long_messages_pass_in_both_directions(site, schema):
    with site.client(schema) as client:
        opened = client.open(count=1)
        client.hear_until("asked")
        # 60,000 bytes up, and down again in the reply.
        text = "漢" * 20_000
        answered = client.ask(
            "answer", interview=opened["interview"], question=0, text=text, until=["answered"])
        assert answered["text"] == text


def test_only_our_own_cookie_is_handed_on(site, tmp_path):
    """What sibling sites set would come to more than the server reads, and is none of its business."""
    ours = "greenroom_visitor=" + "x" * 43
    head = hand_on(
        type(site.proxy), tmp_path, "GET / HTTP/1.1", "Host: localhost", "Connection: close",
        f"Cookie: first={'a' * 3000}; {ours}; last={'b' * 3000}", "X-Forwarded-For: 203.0.113.9",
        "Forwarded: for=203.0.113.9")
    assert ours in head and "aaa" not in head and "bbb" not in head
    assert [line for line in head.splitlines() if line.lower().startswith("x-forwarded-for:")] == [
        next(line for line in head.splitlines() if line.lower() == "x-forwarded-for: 127.0.0.1")]
    head = hand_on(type(site.proxy), tmp_path, "GET / HTTP/1.1", "Host: localhost", "Connection: close",
                   f"Cookie: not{ours}; first=1")
    assert "first" not in head and "xxx" not in head


def hand_on(kind, folder, *lines):
    """What comes out at the back of a proxy."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        heard = []

        def answer():
            line, _ = listener.accept()
            with line:
                head = b""
                while b"\r\n\r\n" not in head:
                    head += line.recv(65536)
                heard.append(head.decode())
                line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        port = free_port()
        proxy = kind(folder / f"proxy-{port}", listener.getsockname()[1], port)
        try:
            lines = [line.replace("Host: localhost", f"Host: localhost:{port}") for line in lines]
            with trusting().wrap_socket(
                    socket.create_connection(("127.0.0.1", port), timeout=10), server_hostname="localhost") as line:
                ask(line, *lines)
            thread.join(timeout=10)
        finally:
            proxy.stop()
    return heard[0]


def own_address():
    """One that is not this machine's alone; nothing is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            pytest.skip("this machine has no address but its own")


@pytest.mark.parametrize("kind", [NGINX, Caddy], ids=["nginx", "caddy"])
def test_the_visitors_address_is_what_counts(kind, tmp_path):
    """Whatever somebody claims to be."""
    address = own_address()
    if address.startswith("127."):
        pytest.skip("this machine has no address but its own")
    site = Site(kind, tmp_path, "--connections-per-address", "3")

    def arrive(address, number):
        return site.client(
            sock=socket.create_connection((address, site.proxy.port), timeout=10),
            additional_headers={"X-Forwarded-For": f"203.0.113.{number}"})

    try:
        inside = [arrive(address, number) for number in range(3)]
        with pytest.raises(InvalidStatus) as refused:
            arrive(address, 3)
        assert refused.value.response.status_code == 429
        assert int(refused.value.response.headers["Retry-After"]) > 0
        # Others are no worse off for it.
        inside.append(arrive("127.0.0.1", 4))
        for client in inside:
            client.close()
        arrive(address, 5).close()
    finally:
        site.stop()


def test_whoever_thinks_stays_connected(tmp_path, schema):
    """A line on which nobody says a word: the server's pings keep it."""
    front = NGINX if SILENCE > 75 else ImpatientNGINX
    sites = [Site(kind, tmp_path / kind.name, "--log-level", "debug") for kind in (front, Caddy)]
    try:
        clients = [site.client(schema) for site in sites]
        opened = [client.open(count=1) for client in clients]
        for client in clients:
            client.hear_until("asked")
        with pytest.raises(TimeoutError):
            clients[0].hear(timeout=SILENCE)
        for client, interview in zip(clients, opened, strict=True):
            client.ask("end", interview=interview["interview"], until=["ended"])
            client.close()
    finally:
        for site in sites:
            site.stop()
