"""What the container is made of, as far as it can be seen without one."""

import os
import re
import subprocess

import pytest

from reverse_proxies import NGINX
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


def test_nginx_before_several_servers_is_the_sample_with_both(tmp_path):
    nginx = NGINX.program()
    if not nginx:
        pytest.skip("nginx is not installed")
    compose = (ROOT / "deploy/compose-several.yaml").read_text()
    script = re.search(r"^( +)(sed -e .*?)^ +exec nginx", compose, re.MULTILINE | re.DOTALL)[2].replace("$$", "$")
    for there, here in [("/etc/greenroom", ROOT / "deploy"), ("/etc/nginx/conf.d/default.conf", tmp_path / "site.conf")]:
        script = script.replace(there, str(here))
    subprocess.run(["sh", "-c", script], check=True, env={**os.environ, "GREENROOM_NAME": "practice.example"})
    site = (tmp_path / "site.conf").read_text()
    assert site.count("server_name practice.example;") == 2 and "/live/practice.example/" in site
    servers = re.findall(r"^    server (\S+)", site, re.MULTILINE)
    assert servers == [f"127.0.0.1:{port}" for port in re.findall(r'GREENROOM_PORT: "(\d+)"', compose)]
    certificate(tmp_path, "practice.example")
    for name, file in [("fullchain", "cert"), ("privkey", "key")]:
        site = site.replace(f"/etc/letsencrypt/live/practice.example/{name}.pem", str(tmp_path / f"{file}.pem"))
    (tmp_path / "site.conf").write_text(site)
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; include {tmp_path}/site.conf; }}")
    said = subprocess.run([nginx, "-t", "-e", "stderr", "-c", tmp_path / "nginx.conf"], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
