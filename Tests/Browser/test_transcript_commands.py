"""`greenroom transcript`: what was said is listed, shown, carried away, brought back, deleted for good, marked anew."""

import csv
import io
import json
import subprocess
import zipfile

import jsonschema
import pytest

import packed
from interviews import ANSWERS, BANK, write_bank
from server import PROGRAM, ROOT, Client
from test_commands import greenroom

SECRET = "Wolpertinger"
HOSTILE = [
    f'=HYPERLINK("http://x","y")\n<script>alert("{SECRET}")</script>\r\n--> Ünïcödé, Привет 🙂',
    "def f(a):\n    return a < 1 and `x` ~~~ {{y}}",
]


def practise(server, schema, texts, **choices):
    """A coached interview on the small bank: each text is an answer to a question of its own."""
    with Client(server, schema) as client:
        opened = client.ask("open", topics=[], count=len(texts), seed="export", pace="instant", until=["opened"], **choices)
        name = opened["interview"]
        for question, text in enumerate(texts):
            client.ask("hint", interview=name, question=question, until=["hinted"])
            mark = client.ask("answer", interview=name, question=question, text=text, until=["answered"])["mark"]
            missed = next((one for one in mark["points"] if one["verdict"] == "missed"), None)
            if missed:
                client.ask(
                    "dispute", interview=name, question=question, attempt=1, point=missed["id"],
                    ranges=[{"start": 0, "end": 3}], until=["disputed"])
            client.ask("reveal", interview=name, question=question, until=["revealed"])
            if question + 1 < len(texts):
                client.ask("next", interview=name, question=question, until=["asked"])
        client.ask("end", interview=name, until=["ended"])
    return name


@pytest.fixture
def bank(tmp_path):
    return write_bank(tmp_path / "bank")


@pytest.fixture
def kept(start_server, schema, bank):
    """A server with two interviews, one of them hostile, and one that nobody answered."""
    server = start_server("--bank", bank)
    hostile = practise(server, schema, HOSTILE)
    tame = practise(server, schema, [ANSWERS["recall"], "The zebra decides everything."])
    with Client(server, schema) as client:
        client.open(count=1)
    return server, hostile, tame


def test_list_and_show_beside_a_server(kept):
    server, hostile, tame = kept
    lines = greenroom("transcript", "list", "--data", server.data).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [tame, hostile]
    assert "2 of 2 answered" in lines[0] and "%" in lines[0]
    assert len(greenroom("transcript", "list", "--all", "--data", server.data).stdout.splitlines()) == 3
    assert greenroom("transcript", "list", "--since", "2999-01-01", "--data", server.data).stdout == ""
    assert greenroom("transcript", "list", "--topic", "nonsense", "--data", server.data).stdout == ""
    for part in [hostile[-6:], hostile[:12]]:
        shown = greenroom("transcript", "show", part, "--data", server.data).stdout
        assert SECRET in shown and "I did say that" in shown and "<!--" not in shown and "\x1b" not in shown
    # Of the same minute all three begin alike.
    assert "3 interviews begin or end with" in greenroom(
        "transcript", "show", hostile[:4], "--data", server.data, status=1).stderr
    assert "there is no interview" in greenroom("transcript", "show", "zzzz", "--data", server.data, status=1).stderr


def test_what_cannot_be_done_is_said_with_what_mends_it(kept, tmp_path):
    server, hostile, tame = kept
    nowhere = tmp_path / "nowhere"
    for command in [["list"], ["show", tame], ["export", "--all", "--format", "csv"], ["delete", tame, "--yes"], ["remark", "--all"]]:
        said = greenroom("transcript", *command, "--data", nowhere, status=66).stderr
        assert str(nowhere) in said and "--data" in said, command
        assert not nowhere.exists(), command
    for day in ["yesterday", "2026-13-01", "2026-1-1", "20261126"]:
        assert "2026-11-26" in greenroom("transcript", "list", "--since", day, "--data", server.data, status=64).stderr, day
    assert "there is c1" in greenroom("transcript", "show", tame, "--seat", "c7", "--data", server.data, status=1).stderr
    assert "interviews begin or end with" in greenroom("transcript", "show", "", "--data", server.data, status=1).stderr
    for command in [["import", tmp_path / "nothing.md"], ["delete", tame, "--yes"]]:
        assert "stop it first" in greenroom("transcript", *command, "--data", server.data, status=75).stderr
    server.stop()
    said = greenroom("transcript", "import", tmp_path / "nothing.md", tmp_path, "--data", server.data, status=1).stderr
    assert said.count("it cannot be read") == 2 and "NSCocoa" not in said
    # What is not there keeps all others from being deleted.
    assert "there is no interview" in greenroom("transcript", "delete", tame, "zzzz", "--yes", "--data", server.data, status=1).stderr
    assert tame in greenroom("transcript", "list", "--data", server.data).stdout


def test_markdown_comes_back_without_loss(kept, tmp_path):
    server, hostile, tame = kept
    server.stop()
    for name in hostile, tame:
        file, again = tmp_path / f"{name}.md", tmp_path / f"{name}-again.md"
        greenroom("transcript", "export", name, "--format", "markdown", "--out", file, "--data", server.data)
        before = greenroom("transcript", "export", name, "--format", "json", "--data", server.data).stdout
        # What is there already is left alone, and nothing is written over.
        said = greenroom("transcript", "import", file, "--data", server.data, status=1).stderr
        assert "already" in said
        greenroom("transcript", "export", name, "--format", "markdown", "--out", file, "--data", server.data, status=73)
        elsewhere = tmp_path / "elsewhere"
        greenroom("transcript", "import", file, "--data", elsewhere)
        assert greenroom("transcript", "export", name, "--format", "json", "--data", elsewhere).stdout == before
        greenroom("transcript", "export", name, "--format", "markdown", "--out", again, "--data", elsewhere)
        assert again.read_bytes() == file.read_bytes()
        assert "tokenDigest\":\"c1\"" in file.read_text()


def test_what_is_no_transcript_is_refused_with_its_line(kept, tmp_path):
    server, _, tame = kept
    server.stop()
    file = tmp_path / "t.md"
    greenroom("transcript", "export", tame, "--format", "markdown", "--out", file, "--data", server.data)
    whole = file.read_text()
    broken = {
        "nothing": "# A text\n", "cut": whole[:len(whole) // 2],
        "evidence": whole.replace('"start":', '"start":9999999', 1), "kind": whole.replace('"kind":"answered"', '"kind":"zebra"', 1),
        "order": whole.replace('"attempt":1', '"attempt":7', 1), "newer": whole.replace('"version":1', '"version":99', 1),
        "format": whole.replace('"format":2', '"format":99', 1),
    }
    for name, text in broken.items():
        (tmp_path / f"{name}.md").write_text(text)
        ended = subprocess.run(
            [PROGRAM, "transcript", "import", tmp_path / f"{name}.md", "--data", tmp_path / "other"], capture_output=True, text=True)
        # Half a transcript may still be a whole one.
        assert ended.returncode == (0 if name == "cut" else 1) or name == "cut" and ended.returncode == 1, (name, ended.stderr)
        assert ended.returncode == 0 or f"{name}.md: " in ended.stderr
    (tmp_path / "binary.md").write_bytes(b"\xff\xfe\0")
    assert "no transcript" in greenroom("transcript", "import", tmp_path / "binary.md", "--data", tmp_path / "other", status=1).stderr


def test_json_is_as_its_schema_says(kept):
    server, hostile, tame = kept
    document = json.loads((ROOT / "Public/greenroom.transcript.v1.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(document)
    lines = greenroom("transcript", "export", "--all", "--format", "json", "--data", server.data).stdout.splitlines()
    read = {one["interview"]: one for one in map(json.loads, lines)}
    assert set(read) >= {hostile, tame}
    for one in read.values():
        jsonschema.Draft202012Validator(document).validate(one)
    assert [question["attempts"][0]["text"] for question in read[hostile]["questions"]] == HOSTILE
    assert all(question["hints"] and question["revealed"] for question in read[tame]["questions"])
    # The schema is published.
    assert json.load(server.get("/greenroom.transcript.v1.schema.json")) == document


def test_the_table_is_safe_and_whole(kept):
    server, hostile, _ = kept
    raw = subprocess.run(
        [PROGRAM, "transcript", "export", hostile, "--format", "csv", "--data", server.data], capture_output=True, check=True).stdout
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert rows and {row["answer"] for row in rows} == {"'" + HOSTILE[0], HOSTILE[1]}
    assert not [field for row in rows for field in row.values() if field[:1] in tuple("=+-@\t\r")]
    assert {row["ruling"] for row in rows} == {"", "said"}
    assert all(row["verdict"] for row in rows) and {row["question"] for row in rows} == {"1", "2"}


def test_anki_and_the_bank_read_the_cards(kept, tmp_path):
    server, _, tame = kept
    cards = tmp_path / "cards.txt"
    greenroom("transcript", "export", tame, "--format", "anki", "--out", cards, "--data", server.data)
    lines = cards.read_text().splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert "#separator:tab" in head and "#html:true" in head and "#guid column:1" in head
    notes = list(csv.reader(lines[len(head):], delimiter="\t"))
    assert notes and all(len(note) == 5 and note[1].startswith("Greenroom::") for note in notes)
    assert len({note[0] for note in notes}) == len(notes)
    rows = json.loads(greenroom("bank", "import", "--json", cards).stdout)
    assert len(rows) == len(notes)


def test_all_of_it_in_one_file(kept, tmp_path):
    server, hostile, tame = kept
    out = tmp_path / "all.zip"
    greenroom("transcript", "export", "--all", "--out", out, "--data", server.data)
    assert out.stat().st_mode & 0o077 == 0 and not list(tmp_path.glob("*.part"))
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {"key-points.csv", "missed-points-anki.txt"} < set(names)
        assert sum(name.endswith(".md") for name in names) == sum(name.endswith(".json") for name in names) == 3
        for name in names:
            assert ".." not in name and not name.startswith("/") and name.isascii()
        table = archive.read("key-points.csv").decode("utf-8-sig")
        assert {row["interview"] for row in csv.DictReader(io.StringIO(table, newline=""))} >= {hostile, tame}
        one = next(name for name in names if hostile in name and name.endswith(".md"))
        (tmp_path / "one.md").write_bytes(archive.read(one))
    greenroom("transcript", "import", tmp_path / "one.md", "--data", tmp_path / "other")
    greenroom("transcript", "export", "--all", "--out", out, "--data", server.data, status=73)


def test_deleting_is_final(kept):
    server, hostile, tame = kept
    said = greenroom("transcript", "delete", hostile, "--yes", "--data", server.data, status=75).stderr
    assert "stop it first" in said
    server.stop()
    assert holding(server.data, SECRET) and holding(server.data, hostile)
    greenroom("transcript", "delete", hostile, "--data", server.data, input="no\n")
    assert hostile in greenroom("transcript", "list", "--data", server.data).stdout
    # What is not all there deletes nothing.
    greenroom("transcript", "delete", hostile, "zzzz", "--yes", "--data", server.data, status=1)
    greenroom("transcript", "delete", hostile, "--data", server.data, input="yes\n")
    assert holding(server.data, SECRET) == [] and holding(server.data, hostile) == []
    assert [line.split()[0] for line in greenroom("transcript", "list", "--data", server.data).stdout.splitlines()] == [tame]
    # Questions that others were asked too stay.
    assert "Misses cost more" in greenroom("transcript", "show", tame, "--data", server.data).stdout


def test_a_pasted_document_goes_with_its_last_interview(start_server, schema, bank):
    server = start_server("--bank", bank)
    name = practise(server, schema, ["Nothing to say."])
    server.stop()
    [question] = json.loads(greenroom("transcript", "export", name, "--format", "json", "--data", server.data).stdout)["questions"]
    words = question["modelAnswer"].splitlines()[0]
    assert holding(server.data, words)
    greenroom("transcript", "delete", name, "--yes", "--data", server.data)
    assert holding(server.data, words) == []


def holding(folder, word):
    return [file.name for file in folder.rglob("*") if file.is_file() and word.encode() in packed.said_in(file)]


def test_remarking_says_what_an_edit_changes(kept, tmp_path):
    server, _, tame = kept
    same = greenroom("transcript", "remark", "--all", "--bank", tmp_path / "bank", "--data", server.data).stdout
    assert same.startswith("This bank changes no verdict in 4 answers")
    edited = tmp_path / "edited"
    edited.mkdir()
    for name, text in BANK.items():
        (edited / name).write_text(text.replace("  - Also: ", "  - Also: the zebra decides everything; "))
    said = greenroom("transcript", "remark", "--all", "--bank", edited, "--data", server.data, status=1).stdout
    assert "missed → hit" in said and said.splitlines()[-1].startswith("This bank changes ")
    # Nothing that is kept was changed.
    assert greenroom("transcript", "remark", tame, "--bank", tmp_path / "bank", "--data", server.data).stdout.startswith(
        "This bank changes no verdict in 2 answers")
