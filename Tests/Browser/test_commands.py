"""The commands for authors, run as an author runs them."""

import json
import os
import re
import shutil
import subprocess
import zipfile

import pytest

from server import PROGRAM, ROOT, SHAPES, Client
from test_documents import OWN


def greenroom(*arguments, input=None, status=0):
    ended = subprocess.run(
        [str(PROGRAM), *map(str, arguments)], capture_output=True, text=True, input=input, timeout=120)
    assert ended.returncode == status, ended.stdout + ended.stderr
    return ended


@pytest.fixture
def own(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "metrics.md").write_text(OWN)
    return tmp_path / "own"


def test_the_built_in_bank_is_clean_and_large():
    assert greenroom("bank", "check", "--strict").stdout.splitlines()[-1].endswith("0 errors, 0 warnings, 0 notes")
    assert int(greenroom("bank", "stats").stdout.split()[0]) >= 200


def test_the_built_in_samples_come_out_as_marked():
    agreement = greenroom("bank", "test").stdout.splitlines()[-1].split()
    assert int(agreement[2]) >= 0.98 * int(agreement[4])


def test_check_says_where_and_ends_with_a_status(own):
    (own / "metrics.md").write_text(OWN.replace("It matters where a miss is worse than a false alarm.\n", ""))
    said = greenroom("bank", "check", own, status=1).stdout
    assert "metrics.md:" in said and "error" in said and "Misses cost" in said


def test_import_then_export_gives_the_same_bank(tmp_path):
    greenroom("bank", "import", SHAPES, "--out", tmp_path / "first")
    greenroom("bank", "import", tmp_path / "first", "--out", tmp_path / "second")
    first = {file.name: file.read_text() for file in (tmp_path / "first").iterdir()}
    assert first and first == {file.name: file.read_text() for file in (tmp_path / "second").iterdir()}


def test_an_import_overwrites_nothing(own, tmp_path):
    said = greenroom("bank", "import", SHAPES, "--out", own, status=73).stderr
    assert "not empty" in said
    assert (own / "metrics.md").read_text() == OWN


def test_import_reports_and_prints_json():
    ended = greenroom("bank", "import", "--json", SHAPES)
    rows = json.loads(ended.stdout)
    assert len(rows) >= 8
    assert {"file", "line", "topic", "question", "answer", "key_points", "flags"} == set(rows[0])
    assert "questions" in ended.stderr


@pytest.mark.parametrize("format", ["markdown", "json", "csv", "anki"])
def test_every_export_can_be_imported_again(own, tmp_path, format):
    greenroom("bank", "export", "--bank", own, "--format", format, "--out", tmp_path / "out")
    rows = json.loads(greenroom("bank", "import", "--json", tmp_path / "out").stdout)
    assert [row["question"] for row in rows] == ["What does recall tell?"]
    assert "share of positives" in rows[0]["answer"].lower()


def test_a_zip_bomb_ends_in_a_sentence(tmp_path):
    bomb = tmp_path / "bomb.apkg"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", b"\0" * (300 * 1024 * 1024))
    ended = subprocess.run(
        [str(PROGRAM), "bank", "import", "--json", str(bomb)], capture_output=True, text=True, timeout=20)
    assert ended.returncode == 65 and "bomb.apkg" in ended.stderr


def test_list_finds_topics_and_words(own):
    assert "Metrics" in greenroom("bank", "list", "--bank", own).stdout
    assert "recall" in greenroom("bank", "list", "--bank", own, "positives").stdout
    assert "xylophone" in greenroom("bank", "list", "--bank", own, "xylophone", status=1).stderr


def test_a_word_that_is_no_command_is_said_to_be_none():
    said = greenroom("zebra", status=64).stderr
    assert "zebra" in said and "command" in said and "serve" not in said


def test_practice_is_spelled_either_way():
    assert greenroom("practice", "--help").stdout == greenroom("practise", "--help").stdout


def test_whoever_finds_the_data_taken_is_told_where_the_server_is(start_server):
    server = start_server()
    said = greenroom("practise", "--data", server.data, input="", status=78).stderr
    assert f"--server http://localhost:{server.port} " in said


def test_an_answer_is_marked(own):
    id = greenroom("bank", "list", "--bank", own, "recall").stdout.split()[0]
    mark = json.loads(greenroom(
        "mark", "--bank", own, "--question", id, "--json", input="It is the share of positives found.").stdout)
    assert [point["verdict"] for point in mark["points"]] == ["hit", "missed"]
    plain = greenroom("mark", "--bank", own, "--question", id, input="Misses cost a lot.").stdout
    assert "Coverage" in plain and "\x1b" not in plain
    greenroom("mark", "--bank", own, "--question", "nonsense", input="x", status=65)


def test_pairs_are_marked_in_order(tmp_path):
    rows = [
        {"id": "a", "question": "What is recall?", "reference": "the share of positives found",
         "answer": "the share of positives found"},
        {"id": "b", "question": "What is recall?", "reference": ["the share of positives found"], "answer": "no idea"},
        {"id": "c", "question": "What is recall?", "key_points": ["share of positives", "misses cost"],
         "answer": "a share of the positives"},
    ]
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    greenroom("mark", "--pairs", tmp_path / "pairs.jsonl", "--out", tmp_path / "out.jsonl")
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["id"] for row in out] == ["a", "b", "c"]
    assert out[0]["predicted"] > 0.7 > 0.3 > out[1]["predicted"]
    assert len(out[2]["points"]) == 2
    (tmp_path / "pairs.jsonl").write_text("{}\n")
    assert "pairs.jsonl:1" in greenroom("mark", "--pairs", tmp_path / "pairs.jsonl", status=65).stderr


def test_the_example_of_the_readme_is_a_bank(tmp_path):
    readme = (ROOT / "README.md").read_text()
    example = readme.split("````markdown\n")[1].split("\n````")[0]
    (tmp_path / "example.md").write_text(example + "\n")
    assert "0 errors, 0 warnings" in greenroom("bank", "check", "--strict", tmp_path).stdout
    assert greenroom("bank", "test", tmp_path).returncode == 0


def test_the_readme_says_where_the_program_is_before_it_is_called():
    readme = (ROOT / "README.md").read_text()
    told, called = readme.index("`.build/release/greenroom`"), re.search(r"^greenroom |`greenroom \w", readme, re.M).start()
    assert told < called and readme[:told].count("\n") < 25


def test_deploy_run_says_little_before_the_server_does(tmp_path):
    """Whatever a build has to say, it says to its log, unless it fails."""
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    programs = {
        "dpkg-query": "echo ' installed'",
        "swift": f'case "$*" in *--show-bin-path*) echo {tmp_path} ;; --version) echo "Swift version 6.2" ;; *) seq 110; echo "ld: warning" >&2; exit "$FAILS" ;; esac',
        "greenroom": 'printf "greenroom\\nbank\\ndata\\n"',
    }
    for name, lines in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{lines}\n")
        (tmp_path / name).chmod(0o755)

    def run(fails):
        return subprocess.run(
            [tmp_path / "deploy/run"], capture_output=True, text=True, timeout=60,
            env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "FAILS": str(fails)})

    ran = run(0)
    assert (ran.returncode, ran.stderr) == (0, "")
    building, *said = ran.stdout.splitlines()
    assert building.startswith("Building") and said == ["greenroom", "bank", "data"]
    failed = run(1)
    assert failed.returncode == 1 and "ld: warning" in failed.stderr and "110" in failed.stderr


BANK = """# Metrics

## What does recall tell?

### Key points

- **Misses cost more**: a missed positive is worse than a false alarm.
- **Share of positives found**: true positives among all that are positive.
"""


def test_a_ruling_becomes_a_phrasing_of_the_bank(start_server, schema, tmp_path):
    bank = tmp_path / "bank"
    bank.mkdir()
    document = bank / "metrics.md"
    document.write_text(BANK)
    server = start_server("--bank", str(bank))
    text = "😀 Whoever is overlooked pays dearly."
    words = "overlooked pays dearly"
    start = len(text[:text.index(words)].encode("utf-16-le")) // 2
    with Client(server, schema) as client:
        interview = client.open(count=1)["interview"]
        mark = client.ask("answer", interview=interview, question=0, text=text, until=["answered"])["mark"]
        point = next(point for point in mark["points"] if point["head"] == "Misses cost more")
        assert point["verdict"] == "missed"
        client.ask(
            "dispute", interview=interview, question=0, attempt=1, point=point["id"],
            ranges=[{"start": start, "end": start + len(words)}], until=["disputed"])
    # A server may be writing the log meanwhile, and nothing is applied by itself.
    suggested = greenroom("bank", "suggest", bank, "--data", server.data).stdout
    assert document.read_text() == BANK
    subprocess.run(["patch", "-p1", "--fuzz=0", "-d", bank], input=suggested, text=True, check=True)
    assert f"  - Also: {words}\n" in document.read_text()
    greenroom("bank", "check", bank)
    assert greenroom("bank", "suggest", bank, "--data", server.data).stdout == ""
