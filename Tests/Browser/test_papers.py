"""What README, the protocol's page and the one for contributors say is so."""

import json
import re
import sqlite3
import subprocess

import pytest

import packed
from server import PROGRAM, ROOT, Client

PAPERS = ["README.md", ".github/PROTOCOL.md", ".github/CONTRIBUTING.md"]
# What stands before a path that is one of this project's.
OURS = r"(?:Sources|Tests|Public|deploy|\.github)/"
SCHEMA = json.loads((ROOT / "Public/greenroom.v1.schema.json").read_text())


def read(paper):
    return (ROOT / paper).read_text()


def types(side):
    """The `type` of every message of a side, with its description."""
    kinds = [SCHEMA["$defs"][choice["$ref"].rpartition("/")[2]] for choice in SCHEMA["$defs"][side]["oneOf"]]
    return {kind["properties"]["type"]["const"]: kind for kind in kinds}


def rows(paper, title):
    """The first table under a title, without its head: a list of cells for each row."""
    section = read(paper).split(f"\n## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    assert len(lines) > 3, title
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in lines[2:]]


def names(cell):
    return re.findall(r"`(\w+)`", cell)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_path_that_is_named_is_there(paper):
    text = read(paper)
    named = set(re.findall(rf"`({OURS}[\w./+-]*)`", text))
    named |= {path for line in re.findall(r"`(?:pytest|GREENROOM\S+|swift)[^`]*`", text) for path in
              re.findall(rf"{OURS}[\w./]+", line)}
    for link in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", text):
        named.add(str((ROOT / paper).parent.joinpath(link).resolve().relative_to(ROOT)))
    assert named
    assert not [path for path in named if not (ROOT / path).exists()]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_setting_that_is_named_is_read_somewhere(paper):
    named = set(re.findall(r"GREENROOM_([A-Z_]+)", read(paper)))
    code = [path for folder in ("Tests", "deploy", "Sources/greenroom") for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix in ("", ".py", ".swift", ".sh")]
    text = "\n".join(path.read_text(errors="replace") for path in code)
    # Options are read by their names alone.
    assert not [name for name in named if f"GREENROOM_{name}" not in text and f'("{name}")' not in text]


def test_every_title_that_is_linked_is_there():
    for paper in PAPERS:
        for target, title in re.findall(r"\]\(([^)#:]*)#([\w-]+)\)", read(paper)):
            other = (ROOT / paper).parent / target if target else ROOT / paper
            titles = [re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-")
                      for line in other.read_text().splitlines() if line.startswith("#")]
            assert title in titles, f"{paper}: {title}"


def test_every_test_that_is_named_is_there():
    swift = {path: path.read_text() for path in (ROOT / "Tests").rglob("*.swift")}
    named = re.findall(r"--filter ([\w./]+)", read(".github/CONTRIBUTING.md"))
    assert named
    for name in named:
        parts = re.split(r"[./]", name)
        assert any(all(re.search(rf"\b(?:struct|func) {part}\b", text) or part in path.parts for part in parts)
                   for path, text in swift.items()), name


def test_the_log_can_be_looked_into_as_it_says(start_server):
    written = re.search(r"^greenroom (transcript log) \w+$", read(".github/CONTRIBUTING.md"), re.M).group(1).split()
    server = start_server()
    with Client(server) as client:
        interview = client.open()["interview"]
        told = client.ask("answer", interview=interview, question=0, text="An average of models.", until=["answered"])
    done = subprocess.run([PROGRAM, *written, interview[:9], "--data", server.data], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1)) and lines[0]["event"]["kind"] == "opened"
    # And what the log has packed is what others than the program make of it.
    with sqlite3.connect(f"file:{server.data}/greenroom.sqlite?mode=ro", uri=True) as database:
        [(seq, payload)] = database.execute("SELECT seq, payload FROM event WHERE kind = 'answered'").fetchall()
    assert "packed" in json.loads(payload) and packed.event(payload) == lines[seq - 1]["event"]
    assert lines[seq - 1]["event"]["mark"]["coverage"] == told["mark"]["coverage"]


def test_every_request_is_listed_with_its_reply():
    requests, replies = types("clientMessage"), types("serverMessage")
    listed = {}
    for request, reply, _ in rows(".github/PROTOCOL.md", "Requests and replies"):
        for name in names(request):
            assert name not in listed
            listed[name] = names(reply)
    assert set(listed) == set(requests)
    for request, kinds in listed.items():
        assert set(kinds) <= set(replies), request
        assert bool(kinds) == ("ref" in requests[request]["properties"]), request
        for kind in kinds:
            assert "ref" in replies[kind]["properties"], f"{kind}, which answers {request}, can carry no ref"


def test_every_refusal_is_listed_once():
    listed = [code for row in rows(".github/PROTOCOL.md", "Refusals") for code in names(row[0])]
    assert sorted(listed) == sorted(SCHEMA["$defs"]["refused"]["properties"]["code"]["enum"])


def test_every_message_is_described():
    for side in ("clientMessage", "serverMessage"):
        for kind, message in types(side).items():
            assert message.get("description"), kind


def test_the_exchange_that_is_shown_fits_the_schema(schema):
    """Shortened, so that a line that holds `…` among its fields is only looked at for its type."""
    lines = re.findall(r"^([←→]) (\{.*\})$", read(".github/PROTOCOL.md"), re.MULTILINE)
    assert len(lines) > 10
    for arrow, text in lines:
        side = "serverMessage" if arrow == "←" else "clientMessage"
        assert re.match(r'\{"type":"(\w+)"', text).group(1) in types(side)
        if "…" not in text:
            schema.check(side, json.loads(text))
