"""What the container is made of, as far as it can be seen without one."""

import re
import subprocess

import pytest

from server import ROOT
from test_serve import certificate
from waiting import wait_for

DOCKERFILE = (ROOT / "deploy/Dockerfile").read_text()


def is_healthy(data):
    return subprocess.run([ROOT / "deploy/healthy", data], timeout=30).returncode == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::"])
@pytest.mark.parametrize("has_tls", [False, True], ids=["plain", "TLS"])
def test_the_health_check_follows_the_server(start_server, tmp_path, host, has_tls):
    options = ["--host", host, "--insecure"]
    if has_tls:
        certificate(tmp_path, "practice.example")
        options += ["--tls-cert", tmp_path / "cert.pem", "--tls-key", tmp_path / "key.pem",
                    "--allow-host", "practice.example"]
    server = start_server(*options)
    wait_for(lambda: is_healthy(server.data))
    server.kill()
    # It could not put its address away.
    assert (server.data / "address").exists() and not is_healthy(server.data)
    server.start()
    wait_for(lambda: is_healthy(server.data))
    server.stop()
    assert not is_healthy(server.data)


def test_what_answers_but_is_not_ready_is_not_healthy(start_server):
    server = start_server()
    log = server.data / "greenroom.sqlite"
    aside = log.rename(log.with_name("aside"))
    wait_for(lambda: server.get("/readyz").status == 503)
    assert not is_healthy(server.data)
    aside.rename(log)
    wait_for(lambda: is_healthy(server.data))


def test_all_that_is_copied_is_there_and_let_through():
    let_through = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = set()
    for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE):
        *sources, _ = line.split()
        copied.update(sources)
    assert copied and copied == let_through
    for path in copied:
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("moment", ["", "20251101T000000Z"])
def test_a_moment_of_debian(tmp_path, moment):
    sources = tmp_path / "debian.sources"
    before = "".join(
        f"Types: deb\nURIs: http://deb.debian.org/{archive}\nSuites: bookworm\nComponents: main\nSigned-By: /key.gpg\n\n"
        for archive in ("debian", "debian-security"))
    sources.write_text(before)
    subprocess.run([ROOT / "deploy/snapshot", moment, sources], check=True)
    after = sources.read_text()
    if not moment:
        assert after == before
        return
    assert "deb.debian.org" not in after
    for archive in ("debian", "debian-security"):
        assert f"URIs: http://snapshot.debian.org/archive/{archive}/{moment}\n" in after
    assert after.count("Check-Valid-Until: no\n") == 2
