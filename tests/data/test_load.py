"""One mistake gives one clear message: file, line, key, what is wrong and what to write instead."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.bad_data_cases import BAD_DATA, FILE, BadDataCase
from support.data_folder import DataFolder
from support.fixture_registry import NAMES


def folder_in_place(data: DataFolder) -> None:
    data.path("ranges.yml").unlink()
    data.path("ranges.yml").mkdir()


def without_services(data: DataFolder) -> Path:
    shutil.rmtree(data.path("services"))
    return data.path("services")


def link(data: DataFolder, target: str) -> None:
    data.path(FILE).unlink()
    data.path(FILE).symlink_to(target)


def empty_codes(data: DataFolder) -> None:
    for path in data.path("codes").iterdir():
        path.unlink()


MESSAGE = re.compile(r"(?P<file>data/[\w./-]+):(?P<line>\d+): (?:(?P<key>[\w.-]+): )?(?P<wrong>.+?); (?P<instead>.+)")


def report(data: DataFolder, file: str) -> list[re.Match[str]]:
    """The messages about one file, each in the agreed form."""
    messages = [str(problem) for problem in data.problems()]
    matches = [MESSAGE.fullmatch(message) for message in messages]
    assert None not in matches, f"not in the form 'path:line: key: what is wrong; what to write instead': {messages}"
    return [match for match in matches if match and match["file"] == f"data/{file}"]


@pytest.mark.parametrize("case", BAD_DATA.values(), ids=list(BAD_DATA))
def test_bad_data_is_reported_where_it_stands(case: BadDataCase, data: DataFolder) -> None:
    line = data.replace(case.file, case.old, case.new) + case.below
    found = report(data, case.file)
    wanted = (str(line), case.key or None, True, True)
    told = [(m["line"], m["key"], case.wrong in m["wrong"], case.instead in m["instead"]) for m in found]
    assert wanted in told, f"expected line {line} among {[m[0] for m in found]}"


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "is empty; write the entry or delete the file"),
    "a file of comments": (b"# nothing\n", "is empty; write the entry or delete the file"),
    "a file that says null": (b"null\n", "is empty; write the entry or delete the file"),
    "a file in Latin-1": ("a: Ende \xe4hnlich\n".encode("latin-1"), "is not UTF-8; save the file as UTF-8"),
    "a file in UTF-16": ("a: 1\n".encode("utf-16"), "is not UTF-8; save the file as UTF-8"),
    "a string of 1 MB": (b"a: " + b"x" * 1_000_000, "has 1000003 bytes; at most 262144 are read, split or shorten it"),
    "a string of 5000": (b"a: " + b"x" * 5000, "a: has 5000 characters; write at most 4000"),
}
WRONG_FORM: dict[str, tuple[str, bytes, str]] = {
    "a list for a code": (FILE, b"- code: 1006\n", "is a list; write a mapping with the keys code, name"),
    "a text for a code": (FILE, b"Abnormal\n", "is text ('Abnormal'); write a mapping with the keys code, name"),
    "a list for a library": ("libraries/ant.yml", b"- name: Ant\n", "is a list; write a mapping with the keys name"),
    "a mapping for the ranges": ("ranges.yml", b"span: 0-999\n", "has the wrong form; write a list of entries"),
    "a mapping for the snippets": ("snippets.yml", b"id: x\n", "has the wrong form; write a list of entries"),
    "a list for the references": ("references.yml", b"- iana\n", "has the wrong form; write a mapping from id to"),
    "a list for the terms": ("terms.yml", b"- status\n", "has the wrong form; write a mapping from group to its tags"),
}
FILES = [FILE, "libraries/ant.yml", "services/bee.yml", "measured/ant-1.0-client.yml", "ranges.yml", "references.yml",
         "terms.yml", "snippets.yml"]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), UNREADABLE.values(), ids=list(UNREADABLE))
@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_is_reported(file: str, content: bytes, message: str, data: DataFolder) -> None:
    data.path(file).write_bytes(content)
    assert f"data/{file}:1: {message}" in [str(problem) for problem in data.problems()]


@pytest.mark.parametrize(("file", "content", "message"), WRONG_FORM.values(), ids=list(WRONG_FORM))
def test_a_file_of_the_wrong_form_is_reported(file: str, content: bytes, message: str, data: DataFolder) -> None:
    data.path(file).write_bytes(content)
    assert [m[0] for m in report(data, file) if m[0].startswith(f"data/{file}:1: {message}")]


DAMAGES: dict[str, tuple[Callable[[DataFolder], object], str]] = {
    "a file with another ending": (
        lambda data: data.path(FILE).rename(data.path("codes/1006.yaml")),
        "data/codes/1006.yaml:1: is not read by anything; name it .yml in the folder of its kind, or remove it",
    ),
    "a file in no folder of a kind": (
        lambda data: data.path("notes.yml").write_text("a: 1\n"),
        "data/notes.yml:1: is not read by anything; name it .yml in the folder of its kind, or remove it",
    ),
    "a file name with capitals": (
        lambda data: data.path("services/bee.yml").rename(data.path("services/Bee.yml")),
        "data/services/Bee.yml:1: is not a good file name; use lower-case letters, digits, dots and hyphens",
    ),
    "no events": (
        lambda data: data.path("events.yml").write_text("{}\n"),
        "data/events.yml:1: client-closes is missing; say what happens then",
    ),
    "no ranges": (
        lambda data: data.path("ranges.yml").unlink(),
        "data/ranges.yml:1: cannot be read (No such file or directory); make it a plain readable file",
    ),
    "a file in place of a folder": (
        lambda data: without_services(data).write_text("none"),
        "data/services:1: cannot be read (Not a directory); make it a readable folder",
    ),
    "a folder that leads to itself": (
        lambda data: without_services(data).symlink_to("services"),
        "data/services:1: cannot be read (Too many levels of symbolic links); make it a readable folder",
    ),
    "no table of IANA's": (
        lambda data: data.path("iana/close-code-number.csv").unlink(),
        "data/iana/close-code-number.csv:1: cannot be read (No such file or directory); make it a plain readable file",
    ),
    "another table": (
        lambda data: data.path("iana/close-code-number.csv").write_text("Value,Name\n1000,Normal\n"),
        "data/iana/close-code-number.csv:1: is not IANA's table; write the columns Status Code, Meaning, Contact, "
        "Reference, Change Controller",
    ),
    "a row that is none": (
        lambda data: data.replace("iana/close-code-number.csv", "1002,Protocol error,", "1002 Protocol error,"),
        "data/iana/close-code-number.csv:4: is no row of the table; copy IANA's row, with a number or a range in front",
    ),
    "a folder in place of a file": (
        folder_in_place,
        "data/ranges.yml:1: cannot be read (Is a directory); make it a plain readable file",
    ),
    "a link that leads out": (
        lambda data: link(data, "/etc/hostname"),
        "data/codes/1006.yml:1: leads out of data/; put the file itself there",
    ),
    "a link to itself": (
        lambda data: link(data, "1006.yml"),
        "data/codes/1006.yml:1: cannot be read (Too many levels of symbolic links); make it a plain readable file",
    ),
    "a missing code": (
        lambda data: data.path("codes/1004.yml").unlink(),
        "data/codes/1004.yml:1: is missing, but RFC 6455 defines 1004; restore the file",
    ),
    "no codes at all": (
        empty_codes,
        "data/codes:1: has no entries; restore the files",
    ),
    "a code of its own making": (
        lambda data: data.renumber(1006, 4006),
        "data/codes/4006.yml:1: code: 4006 is for private use; describe it in data/services/ instead",
    ),
}


LEFT_BY_EDITORS = (
    ".1006.yml.swp", ".DS_Store", ".#1006.yml", "._1006.yml", "1006.yml~", "#1006.yml#", "4913", "Thumbs.db",
    "desktop.ini", "1006.yml___jb_tmp___",
)  # fmt: skip


@pytest.mark.parametrize("name", LEFT_BY_EDITORS)
@pytest.mark.parametrize("folder", ["codes", "."])
def test_what_editors_and_systems_leave_is_not_looked_at(folder: str, name: str, data: DataFolder) -> None:
    (data.path(folder) / name).write_bytes(b"\x00b0VIM 9.1: not YAML")
    assert data.problems() == []


def test_a_lock_of_emacs_that_leads_nowhere_is_not_looked_at(data: DataFolder) -> None:
    data.path("codes/.#1006.yml").symlink_to("me@host.1234:5678")
    assert data.problems() == []


def test_a_hidden_folder_is_not_looked_at(data: DataFolder) -> None:
    data.path(".idea").mkdir()
    data.path(".idea/workspace.xml").write_text("<x/>")
    assert data.problems() == []


@pytest.mark.parametrize("name", ["notes.txt", "1006.yml.orig", "codes/1006.yml.bak", "codes/x~y"])
def test_anything_else_is_a_stranger(name: str, data: DataFolder) -> None:
    data.path(name).write_text("x")
    assert [problem.message.partition(";")[0] for problem in data.problems()] == ["is not read by anything"]


@pytest.mark.parametrize(("damage", "message"), DAMAGES.values(), ids=list(DAMAGES))
def test_damage_to_the_folder_is_reported(
    damage: Callable[[DataFolder], object], message: str, data: DataFolder
) -> None:
    damage(data)
    assert message in [str(problem) for problem in data.problems()]


@pytest.mark.parametrize(
    ("method", "name", "instead"),
    [
        ("iterdir", "services", "make it a readable folder"),
        ("iterdir", "data", "make it a readable folder"),
        ("read_bytes", "1006.yml", "make it a plain readable file"),
        ("is_file", "ranges.yml", "make it a plain readable file"),
        ("exists", "terms.yml", "make it a plain readable file"),
    ],
)
def test_what_may_not_be_read_is_blamed_and_nothing_else(
    method: str, name: str, instead: str, data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(Path, method)

    def refused(path: Path) -> object:
        if path.name == name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, method, refused)  # root may read everything
    [problem] = data.problems()
    assert problem.path.name == name
    assert problem.message == f"cannot be read (Permission denied); {instead}"


def test_all_problems_of_shape_are_reported_at_once(data: DataFolder) -> None:
    for code, (old, new) in {
        1000: ("sender: either", "sender: on"), 1001: ("name: Going Away", "nam: Going Away"),
        1002: ("status: registered", "status: good"), 1003: ("history:", "history: ["),
    }.items():  # fmt: skip
        data.replace(f"codes/{code}.yml", old, new)
    data.path("terms.yml").write_text("")
    problems = data.problems()
    assert {problem.path.name for problem in problems} == {"1000.yml", "1001.yml", "1002.yml", "1003.yml", "terms.yml"}
    assert len([problem for problem in problems if problem.path.name == "1001.yml"]) == 2  # unknown and missing


def test_all_broken_rules_are_reported_at_once(data: DataFolder) -> None:
    data.replace("codes/1000.yml", "name: Normal Closure", "name: Normal")
    data.replace("codes/1010.yml", "sender: client", "sender: either")
    data.replace("ranges.yml", "- span: 5000-65535", "- span: 5001-65535")
    assert {problem.path.name for problem in data.problems()} == {"1000.yml", "1010.yml", "ranges.yml"}


def test_the_check_prints_the_problems_and_fails_without_a_traceback(data: DataFolder) -> None:
    first = data.replace("codes/1000.yml", "sender: either", "sender: on")
    second = data.replace("codes/1001.yml", "status: registered", "status: good")
    result = data.check()
    assert result.returncode == 1
    assert result.stdout == ""
    assert [MESSAGE.fullmatch(line) is not None for line in result.stderr.splitlines()] == [True, True]
    assert f"data/codes/1000.yml:{first}: sender: " in result.stderr
    assert f"data/codes/1001.yml:{second}: status: " in result.stderr


def test_the_check_says_what_it_read_when_nothing_is_wrong(data: DataFolder) -> None:
    result = data.check()
    assert (result.returncode, result.stderr) == (0, "")
    assert (
        f"{len(NAMES)} codes, 5 ranges, 2 libraries, 1 services, 3 measurements, 1 files of pairs: no problems"
        in result.stdout
    )


def test_the_check_of_a_folder_that_does_not_exist_fails_without_a_traceback(data: DataFolder) -> None:
    result = DataFolder(data.folder / "elsewhere").check()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "cannot be read" in result.stderr
