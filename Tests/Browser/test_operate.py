"""What an operator sets, sees and is warned of."""

import re
import socket
import subprocess
import urllib.request

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from conftest import make_browser
from page import Page
from server import PROGRAM, ROOT, Client, free_port
from test_serve import run
from waiting import wait_for


def ask(port, host, path="/", *lines):
    """One plain request under any name; the whole answer."""
    head = [f"GET {path} HTTP/1.1", f"Host: {host}", "Connection: close", *lines]
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall("\r\n".join([*head, "", ""]).encode())
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    return answer.decode()


def warnings(server, word):
    return [line for line in server.log if word in line]


@pytest.mark.parametrize("options, word", [
    (["--host", "0.0.0.0"], "--insecure"),
    (["--host", "::"], "--insecure"),
    (["--host", "0.0.0.0", "--allow-host", "practice.example"], "--insecure"),
    (["--host", "0.0.0.0", "--behind-proxy"], "--trusted-proxy"),
    (["--metrics-port", "0", "--metrics-host", "0.0.0.0"], "metrics"),
    (["--behind-proxy", "--trusted-proxy", "0.0.0.0/0"], "0.0.0.0/0"),
])
def test_what_is_unsafe_is_refused_with_what_mends_it(tmp_path, options, word):
    for further in ([], ["--check"]):
        status, said = run("--port", free_port(), "--data", tmp_path / "data", *options, *further)
        assert status == 78 and word in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("option", ["--bank", "--public", "--tls"])
def test_check_says_what_cannot_be_used(tmp_path, option):
    missing = str(tmp_path / "missing")
    options = ["--tls-cert", missing, "--tls-key", missing] if option == "--tls" else [option, missing]
    status, said = run("--check", "--data", tmp_path / "data", *options)
    assert status == 78 and missing in said
    assert not (tmp_path / "data").exists()


def test_check_lists_the_settings_and_starts_nothing(tmp_path, server):
    ended = subprocess.run(
        [PROGRAM, "serve", "--check", "--port", str(server.port), "--data", tmp_path / "data", "--public",
         ROOT / "Public", "--connections-per-address", "500"],
        capture_output=True, text=True, timeout=30)
    assert ended.returncode == 0, ended.stderr
    settings = dict(line.split(maxsplit=1) for line in ended.stdout.splitlines() if line.startswith("--"))
    assert settings["--port"] == str(server.port)
    assert settings["--connections-per-address"] == "500"
    assert settings["--insecure"] == "no"
    assert settings["--keep"] == "for ever"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name, value", [
    ("PORT", "eighty"), ("CONNECTIONS_PER_ADDRESS", "many"), ("BEHIND_PROXY", "perhaps"), ("LOG_LEVEL", "loud"),
])
def test_an_environment_that_makes_no_sense_is_not_passed_over(tmp_path, name, value):
    status, said = run("--data", tmp_path / "data", environment={"GREENROOM_" + name: value})
    assert status == 64 and "GREENROOM_" + name in said


def test_open_to_others_a_strange_name_is_refused(start_server):
    server = start_server("--host", "0.0.0.0", "--insecure")
    assert ask(server.port, f"127.0.0.1:{server.port}").startswith("HTTP/1.1 200")
    assert ask(server.port, "192.0.2.7:9000").startswith("HTTP/1.1 200")
    rebound = ask(server.port, f"evil.example:{server.port}")
    assert rebound.startswith("HTTP/1.1 421")


def test_a_name_that_is_not_allowed_is_said_with_its_mending(start_server):
    server = start_server()
    for _ in range(3):
        answer = ask(server.port, "practice.example")
        assert answer.startswith("HTTP/1.1 421") and "--allow-host practice.example" in answer
    ask(server.port, "other.example")
    wait_for(lambda: warnings(server, "other.example"))
    assert len(warnings(server, "--allow-host practice.example")) == 1
    for hostile in ["<script>alert(1)</script>", "a\"onload=b", "x" * 300]:
        answer = ask(server.port, hostile)
        assert hostile not in answer and "text/html" not in answer
    assert not warnings(server, "script")


@pytest.mark.parametrize("options, origin, word", [
    (["--behind-proxy"], "http://localhost:{port}", "without --behind-proxy"),
    ([], "https://localhost:{port}", "with --behind-proxy"),
    (["--behind-proxy"], "https://practice.example:8443", "$http_host"),
])
def test_a_socket_that_is_refused_says_why(start_server, options, origin, word):
    server = start_server(*options)
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://localhost:{server.port}/ws", subprotocols=["greenroom.v1"],
                origin=origin.format(port=server.port))
    assert refused.value.response.status_code == 403
    assert word in refused.value.response.body.decode()
    wait_for(lambda: warnings(server, word))


@pytest.mark.parametrize("path", ["", "/room.html"])
def test_a_page_that_is_refused_says_why(start_server, path):
    server = start_server("--behind-proxy")
    browser = make_browser()
    try:
        browser.get(server.url + path)
        page = Page(browser, server)
        page.wait(lambda: page.state("connection") == "refused")
        assert "without --behind-proxy" in page.text("connection")
    finally:
        browser.quit()
    assert len(warnings(server, "without --behind-proxy")) == 1


@pytest.mark.parametrize("origin, status", [
    ("http%3A%2F%2Flocalhost%3A{port}", 204), ("http://localhost:{port}", 204), ("https://localhost:{port}", 200),
    ("%3Cscript%3E", 200), ("", 200), (None, 426),
])
def test_why_a_socket_would_be_refused_can_be_asked(start_server, origin, status):
    server = start_server()
    query = "" if origin is None else "?origin=" + origin.format(port=server.port)
    answer = server.get("/ws" + query)
    assert answer.status == status
    assert b"script" not in answer.read() and answer.headers["Cache-Control"] == "no-store"


def metrics(server):
    address = next(line.split()[1] for line in server.lines if "metrics" in line)
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        text = answer.read().decode()
    values = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, value = line.rsplit(" ", 1)
            assert name not in values, name
            values[name] = float(value)
    return text, values


def test_metrics_count_what_happens(start_server, schema):
    server = start_server("--metrics-port", "0")
    before = metrics(server)[1]
    assert before["greenroom_ready"] == 1 and before["greenroom_answers_total"] == 0
    with Client(server, schema) as client:
        interview = client.open(count=2)["interview"]
        client.hear_until("asked")
        client.ask("answer", interview=interview, question=0, text="recall", until=["answered"])
        client.ask("answer", interview=interview, question=1, text="too early", until=["answered"])
        wait_for(lambda: metrics(server)[1]["greenroom_interviews"] == 1)
        text, now = metrics(server)
    assert now["greenroom_handshakes_total"] == 1 and now["greenroom_sockets"] == 1
    assert now['greenroom_frames_total{direction="in"}'] >= 3
    assert now['greenroom_frames_total{direction="out"}'] >= 5
    assert now["greenroom_answers_total"] == 1
    assert now["greenroom_interviews_opened_total"] == 1
    assert now['greenroom_refusals_total{code="notAsked"}'] == 1
    assert now['greenroom_log_appends_total{outcome="kept"}'] >= 2
    assert now["greenroom_log_commit_seconds_count"] >= 1
    assert now["greenroom_loop_lag_seconds_count"] >= 1
    assert 1e6 < now["process_resident_memory_bytes"] < 1e9
    ask(server.port, "strange.example")
    wait_for(lambda: metrics(server)[1]['greenroom_limits_hit_total{limit="name"}'] == 1)
    wait_for(lambda: metrics(server)[1]["greenroom_sockets"] == 0)
    # Every name keeps to Prometheus' conventions: counters end in _total, and everything is explained.
    kinds = dict(re.findall(r"^# TYPE (\S+) (\S+)$", text, re.M))
    for name, kind in kinds.items():
        assert re.search(rf"^# HELP {name} \S", text, re.M)
        assert name.endswith("_total") == (kind == "counter")
    for name in (re.sub(r"\{.*", "", name) for name in now):
        assert name in kinds or kinds[re.sub(r"_(bucket|sum|count)$", "", name)] == "histogram"
    readme = (ROOT / "README.md").read_text().split("### Metrics")[1].split("\n## ")[0]
    for name in kinds:
        prefix, *_ = name.rpartition("_total")[0].rpartition("_")
        assert name in readme or "…" + name[len(prefix):] in readme, f"README says nothing of {name}"
    assert ask(server.port, f"localhost:{server.port}", "/metrics").startswith("HTTP/1.1 404")


def test_the_log_says_who_comes_and_goes_and_which_request_was_refused(start_server, schema):
    server = start_server("--log-level", "debug")
    with Client(server, schema) as client:
        client.ask("next", interview="s0qe274rms2ybvbme71w1yy8", question=0)
    wait_for(lambda: warnings(server, "disconnected"))
    assert warnings(server, "connected")[0].count("127.0.0.1") == 1
    refused = warnings(server, "request refused")[0]
    assert "request=1" in refused and "connection=" in refused


def test_what_only_the_start_needed_is_given_back(start_server):
    server = start_server()

    def holds():
        with open(f"/proc/{server.process.pid}/status") as status:
            return {name: int(size) for name, size in re.findall(r"^(\w+):\s+(\d+) kB", status.read(), re.M)}

    # It is served already while that is given back.
    wait_for(lambda: holds()["VmRSS"] < 0.9 * holds()["VmHWM"])
