"""Starting, stopping and operating the server."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest
from websockets.exceptions import ConnectionClosed

from server import PROGRAM, ROOT, SHAPES, Client, free_port
from waiting import wait_for


def run(*options, environment=None, timeout=30):
    """Starts a server that is expected to give up; returns its exit status and what it said."""
    command = [PROGRAM, "serve", *options]
    ended = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=timeout,
        env={**os.environ, **(environment or {})})
    return ended.returncode, ended.stderr


def test_the_start_up_lines_say_what_matters(server):
    text = "\n".join(server.lines)
    assert f"http://localhost:{server.port}" in text
    assert "questions" in text and "topics" in text
    assert str(server.data) in text


def test_options_may_come_from_the_environment(tmp_path, start_server):
    server = start_server(environment={"GREENROOM_BANK": str(SHAPES)})
    assert str(SHAPES) in "\n".join(server.lines)


def test_a_port_that_is_taken(tmp_path, server):
    status, said = run("--port", server.port, "--data", tmp_path)
    assert status == 78 and str(server.port) in said and "taken" in said


@pytest.mark.parametrize("option", ["--bank", "--public"])
def test_a_folder_that_is_missing(tmp_path, option):
    missing = tmp_path / "missing"
    status, said = run("--port", free_port(), "--data", tmp_path / "data", option, missing)
    assert status == 78 and str(missing) in said


def test_a_data_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("no folder")
    status, said = run("--port", free_port(), "--data", tmp_path / "file" / "data")
    assert status == 78 and str(tmp_path / "file") in said


def test_an_empty_bank(tmp_path):
    (tmp_path / "bank").mkdir()
    status, said = run("--port", free_port(), "--data", tmp_path / "data", "--bank", tmp_path / "bank")
    assert status == 78 and "no questions" in said


def test_an_unreadable_bank_says_where(tmp_path):
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "notes.md").write_bytes(b"\x00\x01\x02\xff" * 100)
    status, said = run("--port", free_port(), "--data", tmp_path / "data", "--bank", tmp_path / "bank")
    assert status == 78 and "notes.md" in said


def test_a_bad_certificate(tmp_path):
    (tmp_path / "cert.pem").write_text("nonsense")
    status, said = run(
        "--port", free_port(), "--data", tmp_path / "data", "--tls-cert", tmp_path / "cert.pem",
        "--tls-key", tmp_path / "cert.pem")
    assert status == 78 and "certificate" in said


def test_a_certificate_needs_its_key(tmp_path):
    status, said = run("--tls-cert", tmp_path / "cert.pem")
    assert status == 64 and "--tls-key" in said


def test_two_servers_cannot_share_a_data_folder(server):
    status, said = run("--port", free_port(), "--data", server.data)
    assert status == 78 and str(server.data) in said


@pytest.mark.parametrize("path, status", [
    ("/", 200), ("/index.html", 200), ("/js/main.js", 200), ("/greenroom.v1.schema.json", 200),
    ("/healthz", 200), ("/readyz", 200), ("/nowhere", 404), ("/../Package.swift", 404), ("/%2e%2e/Package.swift", 404),
])
def test_every_answer_carries_the_security_headers(server, path, status):
    answer = server.get(path)
    assert answer.status == status
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Server"] is None


def test_files_are_asked_for_again_only_when_they_changed(server):
    first = server.get("/js/main.js", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    assert first.headers["Content-Type"].startswith("text/javascript")
    tag = first.headers["ETag"]
    assert tag and not tag.startswith("W/")
    again = server.get("/js/main.js", headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert again.status == 304 and again.read() == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_http_only_reads(server, method):
    try:
        assert server.get("/", method=method).status in (403, 405)
    except OSError:
        pass  # cut off without an answer


def test_sigterm_sends_everybody_away_in_order(start_server, schema):
    server = start_server()
    clients = [Client(server, schema) for _ in range(20)]
    opened = clients[0].open()
    began = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    for client in clients:
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                client.socket.recv(timeout=10)
        assert closed.value.rcvd.code == 1001
    # A second signal would end it at once.
    assert server.wait() == 0
    assert time.monotonic() - began < 5
    server.start()
    with Client(server, schema) as client:
        resumed = client.ask(
            "resume", interview=opened["interview"], token=opened["token"], seq=0, until=["resumed"])
        assert resumed["missed"][0]["type"] == "opened"


def test_the_log_holds_nothing_that_a_person_wrote(start_server, schema):
    server = start_server("--log-level", "debug")
    with Client(server, schema) as client:
        opened = client.open(seed="secretseed")
        client.hear_until("asked")
        client.ask("answer", interview=opened["interview"], question=0, text="xylophone", until=["answered"])
        client.socket.send('{"type":"marimba","ref":"glockenspiel"}')
        client.hear()
        client.ask("end", interview=opened["interview"], until=["ended"])
    assert server.stop() == 0
    log = "".join(server.log)
    assert "interview opened" in log
    for word in ["xylophone", "marimba", "glockenspiel", opened["token"], "secretseed"]:
        assert word not in log


def certificate(folder, name):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem", "-subj", f"/CN={name}",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True)


def test_a_later_request_under_tls_is_looked_over_too(start_server, tmp_path):
    import http.client
    import ssl
    certificate(tmp_path, "localhost")
    server = start_server("--tls-cert", tmp_path / "cert.pem", "--tls-key", tmp_path / "key.pem")
    context = ssl.create_default_context(cafile=tmp_path / "cert.pem")
    for path, headers, status in [
            ("/%00", {}, 400), ("/healthz", {"X": "a"}, 400), ("/healthz", {"Cookie": "a" * 9000}, 200),
            ("/healthz", {}, 200)]:
        connection = http.client.HTTPSConnection("localhost", server.port, timeout=10, context=context)
        for asked, sent, expected in [("/healthz", {}, 200), (path, headers, status)]:
            connection.request("GET", asked, headers=sent)
            response = connection.getresponse()
            response.read()
            assert response.status == expected, (path, headers)
        connection.close()


def test_tls_and_a_new_certificate_without_a_restart(start_server, tmp_path):
    import ssl
    certificate(tmp_path, "first")
    server = start_server("--tls-cert", tmp_path / "cert.pem", "--tls-key", tmp_path / "key.pem")
    assert server.url.startswith("https://")

    def shown():
        return ssl.get_server_certificate(("127.0.0.1", server.port))

    first = shown()
    assert first.strip() == (tmp_path / "cert.pem").read_text().strip()
    certificate(tmp_path, "second")
    server.process.send_signal(signal.SIGHUP)
    wait_for(lambda: any("certificate read" in line for line in server.log))
    second = shown()
    assert second != first
    (tmp_path / "cert.pem").write_text("nonsense")
    server.process.send_signal(signal.SIGHUP)
    wait_for(lambda: any("certificate stays" in line for line in server.log))
    assert shown() == second
    context = ssl.create_default_context(cadata=second)
    with Client(server, ssl=context) as client:
        assert client.open(count=1)["count"] == 1


def test_a_service_manager_is_told(start_server, tmp_path):
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.settimeout(15)
    manager.bind(str(tmp_path / "notify"))
    server = start_server(environment={"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "2000000"})
    assert manager.recv(1000).startswith(b"READY=1\n")
    assert manager.recv(1000) == b"WATCHDOG=1"
    assert server.stop() == 0
    told = b""
    while told != b"STOPPING=1":
        told = manager.recv(1000)
    manager.close()


def test_a_server_that_died_is_started_again(tmp_path, schema):
    port = free_port()
    supervisor = subprocess.Popen(
        [ROOT / "deploy/run", "--port", str(port), "--data", tmp_path / "data"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    class Supervised:
        socket_url = f"ws://localhost:{port}/ws"

    def wait_until_open():
        for line in supervisor.stdout:
            if line.strip().startswith("data"):
                return
        raise AssertionError("it did not start")

    def child():
        return int(subprocess.run(
            ["pgrep", "-P", str(supervisor.pid), "-x", "greenroom"], capture_output=True, text=True).stdout)

    try:
        wait_until_open()
        with Client(Supervised, schema) as client:
            opened = client.open()
        os.kill(child(), signal.SIGKILL)
        wait_until_open()
        with Client(Supervised, schema) as client:
            resumed = client.ask(
                "resume", interview=opened["interview"], token=opened["token"], seq=0, until=["resumed"])
            assert resumed["type"] == "resumed"
        supervisor.send_signal(signal.SIGTERM)
        assert supervisor.wait(timeout=20) == 0
    finally:
        if supervisor.poll() is None:
            os.kill(child(), signal.SIGTERM)
            supervisor.terminate()
            supervisor.wait(timeout=20)


@pytest.mark.parametrize("steady, pauses", [
    # However slow the machine, no start takes that long: nothing counts as steady service.
    (100_000, [0, 1, 2, 4, 5, 5]),
    # Any service is steady.
    (0, [0, 0, 0]),
])
def test_the_first_restart_comes_at_once_and_steady_service_makes_up(tmp_path, steady, pauses):
    """Whoever finds a way to end the server finds no supervisor that keeps it down."""
    supervisor = subprocess.Popen(
        [ROOT / "deploy/supervise", PROGRAM, "--port", str(free_port()), "--data", tmp_path / "data", "--public",
         ROOT / "Public"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "GREENROOM_STEADY_SECONDS": str(steady)})

    def wait_until_open():
        assert any(line.strip().startswith("data") for line in supervisor.stdout)

    def child():
        return int(subprocess.run(["pgrep", "-P", str(supervisor.pid), "-x", "greenroom"],
                                  capture_output=True, text=True).stdout)

    def pause_after_a_kill():
        os.kill(child(), signal.SIGKILL)
        line = next(line for line in supervisor.stderr if "starting it again" in line)
        wait_until_open()
        return int(line.split(" in ")[1].split()[0])

    try:
        wait_until_open()
        assert [pause_after_a_kill() for _ in pauses] == pauses
        supervisor.send_signal(signal.SIGTERM)
        assert supervisor.wait(timeout=20) == 0
    finally:
        if supervisor.poll() is None:
            os.kill(child(), signal.SIGTERM)
            supervisor.terminate()
            supervisor.wait(timeout=20)


# Stops one thread, not its process, until that has ended (ptrace(2): PTRACE_SEIZE, PTRACE_INTERRUPT).
HOLD = """
import ctypes, os, sys
thread, libc = int(sys.argv[1]), ctypes.CDLL(None)
libc.ptrace.argtypes = [ctypes.c_long] * 4
if libc.ptrace(0x4206, thread, 0, 0) or libc.ptrace(0x4207, thread, 0, 0):
    sys.exit("not permitted")
print("held", flush=True)
while True:
    status = os.waitpid(thread, 0x40000000)[1]
    if os.WIFSIGNALED(status) or os.WIFEXITED(status):
        break
"""


def test_a_server_whose_loop_hangs_ends_itself(start_server):
    server = start_server()
    # The loop is the program's first thread.
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(server.process.pid)], stdout=subprocess.PIPE, text=True)
    if holder.stdout.readline() != "held\n":
        pytest.skip("this user may not hold another process's thread")
    assert server.process.wait(timeout=30) == -signal.SIGKILL
    assert any("loop hangs" in line for line in server.log)
    holder.wait(timeout=10)


def fill(path):
    file = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(file, b"x" * 4096)
    except OSError:
        os.close(file)


def test_a_full_disk_is_said_and_the_draft_can_be_sent_again(start_server, schema, tmp_path):
    if os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root")
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        server = start_server(data=disk / "data")
        filler = disk / "filler"
        with Client(server, schema) as client:
            interview = client.open()["interview"]
            client.hear_until("asked")
            fill(filler)
            for attempt in range(200):
                refused = f"fill-{attempt}"
                reply = client.ask(
                    "answer", interview=interview, question=0, text="x" * 10_000, until=["answered"], ref=refused)
                if reply["type"] == "refused":
                    break
            assert reply.get("code") == "notKept"
            assert server.get("/healthz").status == 200
            assert server.get("/readyz").status == 503
            filler.unlink()
            again = client.ask(
                "answer", interview=interview, question=0, text="x" * 10_000, until=["answered"], ref=refused)
            assert again["type"] == "answered"
            assert server.get("/readyz").status == 200
        server.stop()
    finally:
        subprocess.run(["umount", "-l", disk], check=False)
