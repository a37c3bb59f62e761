"""nginx and Caddy as deploy/ has them, on free ports: only names, ports and the certificate are put in."""

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess

from server import ROOT, free_port
from waiting import wait_for

PLACES = os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"


def is_open(port):
    """Whether it takes visitors: Caddy listens before it has made its certificate."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            trusting().wrap_socket(line, server_hostname="localhost").close()
        return True
    except OSError:
        return False


def trusting():
    """For clients: the certificates of these tests are nobody's."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    # Up to Python 3.12 two threads trip over each other where tickets come behind the handshake, as in 1.3.
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


class ReverseProxy:
    """In front of the server on `target`, or of several on several. `url` is what a visitor opens; the port is none that a browser leaves out."""

    name = None

    def __init__(self, folder, target, port=None):
        self.folder, self.target, self.port = folder, target, port or free_port()
        folder.mkdir(parents=True, exist_ok=True)
        self.configure()
        with (folder / "said").open("wb") as said:
            self.process = subprocess.Popen(self.command(), stdout=said, stderr=said, env=self.environment())
        try:
            wait_for(lambda: self.process.poll() is not None or is_open(self.port))
            assert self.process.poll() is None, (folder / "said").read_text()
        except BaseException:
            self.stop()
            raise

    @property
    def url(self):
        return f"https://localhost:{self.port}"

    @property
    def socket_url(self):
        return f"wss://localhost:{self.port}/ws"

    @classmethod
    def program(cls):
        return shutil.which(cls.name, path=PLACES)

    def environment(self):
        return {**os.environ, "HOME": str(self.folder)}

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=20)


class NGINX(ReverseProxy):
    name = "nginx"
    # After a reload, in the sample 30 s.
    old_workers = "1s"
    # Of silence, in the sample 75 s.
    silence = "75s"

    def configure(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
             "-subj", "/CN=localhost", "-keyout", self.folder / "key.pem", "-out", self.folder / "cert.pem"],
            check=True, capture_output=True)
        site = (ROOT / "deploy/nginx.conf").read_text()
        for sample, here in [
            (r"interviews\.example\.org;", "localhost;"),
            (r"\[::\]:(80|443)", r"[::1]:\1"),
            (r"listen (\S*?)80;", rf"listen \g<1>{free_port()};"),
            (r"listen (\S*?)443 ssl;", rf"listen \g<1>{self.port} ssl{self.old_http2};"),
            (r"# http2 on;", self.new_http2),
            (r"/etc/letsencrypt/live/\S+/fullchain\.pem", str(self.folder / "cert.pem")),
            (r"/etc/letsencrypt/live/\S+/privkey\.pem", str(self.folder / "key.pem")),
            (r"server 127\.0\.0\.1:8080;", self.servers),
            (r"75s", self.silence),
        ]:
            site, count = re.subn(sample, here, site)
            assert count, f"deploy/nginx.conf has no {sample}"
        main, count = re.subn(r"30s", self.old_workers, (ROOT / "deploy/nginx-main.conf").read_text())
        assert count
        (self.folder / "site.conf").write_text(site)
        (self.folder / "main.conf").write_text(main)
        folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        (self.folder / "nginx.conf").write_text(f"""
            {"user root;" if os.geteuid() == 0 else ""}
            daemon off;
            worker_processes 1;
            pid {self.folder}/pid;
            error_log stderr;
            include {self.folder}/main.conf;
            events {{ worker_connections 2048; }}
            http {{
                access_log off;
                {"".join(f"{name}_temp_path {self.folder}/{name}; " for name in folders)}
                include {self.folder}/site.conf;
            }}
        """)

    @property
    def servers(self):
        if isinstance(self.target, int):
            return f"server 127.0.0.1:{self.target};"
        return " ".join(f"server 127.0.0.1:{port} max_fails=0;" for port in self.target)

    @property
    def is_new(self):
        said = subprocess.run([self.program(), "-v"], capture_output=True, text=True).stderr
        return tuple(map(int, re.search(r"/(\d+)\.(\d+)\.(\d+)", said).groups())) >= (1, 25, 1)

    old_http2 = property(lambda self: "" if self.is_new else " http2")
    new_http2 = property(lambda self: "http2 on;" if self.is_new else "")

    def command(self):
        return [self.program(), "-e", "stderr", "-c", str(self.folder / "nginx.conf")]

    def reload(self):
        self.process.send_signal(signal.SIGHUP)


class ImpatientNGINX(NGINX):
    """Gives up a line on which nothing passes for little longer than the server lets pass without a ping."""

    silence = "25s"


class Caddy(ReverseProxy):
    name = "caddy"

    def configure(self):
        # For localhost Caddy is its own authority; this machine need not believe in it.
        (self.folder / "Caddyfile").write_text(f"""{{
            admin unix/{self.folder}/admin
            storage file_system {self.folder}/storage
            skip_install_trust
            http_port {free_port()}
        }}
        import {ROOT}/deploy/Caddyfile
        """)

    def environment(self):
        return {
            **super().environment(), "GREENROOM_NAME": f"https://localhost:{self.port}",
            "GREENROOM_SERVER": f"127.0.0.1:{self.target}",
        }

    def command(self):
        return [self.program(), "run", "--config", str(self.folder / "Caddyfile")]

    def reload(self):
        subprocess.run(
            [self.program(), "reload", "--force", "--config", self.folder / "Caddyfile", "--address",
             f"unix/{self.folder}/admin"],
            check=True, capture_output=True, env=self.environment())
