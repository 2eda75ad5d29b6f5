"""Whatever a file holds, reading it gives plain values or one located problem, at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from closecodes import source
from closecodes.source import MAX_BYTES, MAX_DEPTH, MAX_TEXT, Problem, Problems, read

LAUGHS = b'a: &a ["ha", "ha", "ha"]\n' + b"".join(
    b"%c: &%c [%s]\n" % (98 + i, 98 + i, b", ".join([b"*%c" % (97 + i)] * 9)) for i in range(12)
)

# What a file holds, and the line, key and beginning of the problem.
REFUSED: dict[str, tuple[bytes, int, str, str]] = {
    "an alias": (b"a: &x [1]\nb: *x\n", 2, "b", "is an alias (*x)"),
    "an alias of nothing": (b"a: *x\n", 1, "a", "is an alias (*x)"),
    "an alias as a key": (b"a: &x 1\n*x : 1\n", 2, "", "is an alias (*x)"),
    "an alias of itself": (b"&a [*a]\n", 1, "0", "is an alias (*a)"),
    "a billion laughs": (LAUGHS, 2, "b.0", "is an alias (*a)"),
    "a merge key": (b"a: {x: 1}\nb:\n  <<: {y: 1}\n", 3, "b", "'<<' is not what it looks like to YAML (merge)"),
    "100,000 open brackets": (b"[" * 100_000, 1, ".".join("0" * 13), f"is nested deeper than {MAX_DEPTH} levels"),
    "100,000 brackets": (b"[" * 100_000 + b"]" * 100_000, 1, ".".join("0" * 13), "is nested deeper than"),
    "100,000 braces": (b"{" * 100_000, 1, "", "has a list or mapping as a key"),
    "50,000 mappings": (b"{a: " * 50_000, 1, ".".join("a" * 13), "is nested deeper than"),
    "100,000 dashes": (b"- " * 100_000, 1, ".".join("0" * 13), "is nested deeper than"),
    "100,000 question marks": (b"? " * 100_000, 1, "", "has a list or mapping as a key"),
    "700 levels of indentation": (b"".join(b" " * i + b"a:\n" for i in range(700)), 14, ".".join("a" * 13), "is nested"),
    "a NUL byte": (b"a: 1\nb: x\0y\n", 2, "", "has a character that YAML does not allow"),
    "a NUL in a text": (b'a: 1\nb: "\\0"\n', 2, "b", "holds the invisible character U+0000"),
    "a control character": (b"a: 1\nb: \x07\n", 2, "", "has a character that YAML does not allow"),
    "a non-character": ("a: 1\nb: \uffff\n".encode(), 2, "", "has a character that YAML does not allow"),
    "an escape beyond Unicode": (b'a: "\\UFFFFFFFF"\n', 1, "", "is not valid YAML"),
    "a surrogate": (b'a: "\\ud800"\n', 1, "", "is not valid YAML"),
    "a reversed text": ("a: x\u202ey\n".encode(), 1, "a", "holds the invisible character U+202E"),
    "a no-break space": ("a: x\u00a0y\n".encode(), 1, "a", "holds the invisible character U+00A0"),
    "a carriage return in a text": (b'a: "x\\ry"\n', 1, "a", "holds the invisible character U+000D"),
    "a line separator": ("a: 1\nb: x\u2028y\n".encode(), 2, "", "holds the invisible character U+2028"),
    "a next line": ("a: x\u0085b: 1\n".encode(), 1, "", "holds the invisible character U+0085"),
    "a byte order mark within": (b"a: 1\n\xef\xbb\xbfb: 1\n", 2, "", ""),
    "a tab as indentation": (b"a:\n\tb: 1\n", 2, "", "is not valid YAML"),
    "a duplicate key": (b"a: 1\nb: 2\na: 3\n", 3, "a", "is given twice"),
    "a duplicate key deep down": (b"a:\n- {x: 1,\n   x: 2}\n", 3, "a.0.x", "is given twice"),
    "a duplicate number as a key": (b"1: a\n1: b\n", 2, "1", "is given twice"),
    "Latin-1": (b"a: 1\nb: caf\xe9\n", 2, "", "is not UTF-8"),
    "UTF-16": ("a: 1\n".encode("utf-16"), 1, "", "is not UTF-8"),
    "UTF-16 without a mark": ("a: 1\n".encode("utf-16-le"), 1, "", "has a character that YAML does not allow"),
    "an overlong encoding": (b"a: \xc0\xaf\n", 1, "", "is not UTF-8"),
    "a string of 1 MB": (b"a: " + b"x" * 1_000_000, 1, "", f"has 1000003 bytes; at most {MAX_BYTES}"),
    "a string of 200 kB": (b"a: " + b"x" * 200_000, 1, "a", f"has 200000 characters; write at most {MAX_TEXT}"),
    "a number of 5,000 digits": (b"a: " + b"9" * 5_000, 1, "a", "'9999"),
    "a number of 200,000 digits": (b"a: " + b"9" * 200_000, 1, "a", "'9999"),
    "a number of 20 digits": (b"a: 10000000000000000000\n", 1, "a", "'10000000000000000000' is not what it looks like"),
    "an octal number": (b"a: 01006\n", 1, "a", "'01006' is not what it looks like to YAML (int)"),
    "a hexadecimal number": (b"a: 0x10\n", 1, "a", "'0x10' is not what it looks like to YAML (int)"),
    "a binary number": (b"a: 0b11\n", 1, "a", "'0b11' is not what it looks like to YAML (int)"),
    "a number with underscores": (b"a: 1_000\n", 1, "a", "'1_000' is not what it looks like to YAML (int)"),
    "a number with a sign": (b"a: +5\n", 1, "a", "'+5' is not what it looks like to YAML (int)"),
    "a time of day": (b"a: 12:30\n", 1, "a", "'12:30' is not what it looks like to YAML (int)"),
    "a fraction": (b"a: 7.4\n", 1, "a", "'7.4' is not what it looks like to YAML (float)"),
    "a fraction as a key": (b"7.4: a\n", 1, "", "'7.4' is not what it looks like to YAML (float)"),
    "infinity": (b"a: .inf\n", 1, "a", "'.inf' is not what it looks like to YAML (float)"),
    "not a number": (b"a: .nan\n", 1, "a", "'.nan' is not what it looks like to YAML (float)"),
    "on": (b"a: on\n", 1, "a", "'on' is not what it looks like to YAML (bool)"),
    "No": (b"a: No\n", 1, "a", "'No' is not what it looks like to YAML (bool)"),
    "True": (b"a: True\n", 1, "a", "'True' is not what it looks like to YAML (bool)"),
    "no as a key": (b"no: a\n", 1, "", "'no' is not what it looks like to YAML (bool)"),
    "a tilde": (b"a: ~\n", 1, "a", "'~' is not what it looks like to YAML (null)"),
    "a time stamp": (b"a: 2026-11-20 10:00:00\n", 1, "a", "'2026-11-20 10:00:00' is not what it looks like"),
    "30 February": (b"a: 2026-02-30\n", 1, "a", "2026-02-30 is no day of the calendar"),
    "an equals sign": (b"a: =\n", 1, "a", "'=' is not what it looks like to YAML (value)"),
    "a Python object": (b"a: !!python/object:os.system x\n", 1, "a", "has the tag tag:yaml.org,2002:python/object:os"),
    "a call of Python": (b"!!python/object/apply:os.system [echo]\n", 1, "", "has the tag tag:yaml.org,2002:python"),
    "a set": (b"a: !!set {x}\n", 1, "a", "has the tag tag:yaml.org,2002:set"),
    "binary data": (b"a: !!binary aGk=\n", 1, "a", "has the tag tag:yaml.org,2002:binary"),
    "a tag on a number": (b'a: !!int "5"\n', 1, "a", "has the tag tag:yaml.org,2002:int"),
    "a tag of one's own": (b"a: !mine x\n", 1, "a", "has the tag !mine"),
    "a tag without a name": (b"a: ! x\n", 1, "a", "has the tag !"),
    "a tag that is not declared": (b"a: !e!x y\n", 1, "", "is not valid YAML"),
    "a second document": (b"a: 1\n---\nb: 2\n", 2, "", "begins a second document"),
    "YAML of the future": (b"%YAML 3.0\n---\na: 1\n", 1, "", "is not valid YAML"),
    "a list as a key": (b"[a]: 1\n", 1, "", "has a list or mapping as a key"),
    "a key of 2,000 letters": (b"a" * 2000 + b": 1\n", 1, "", "is not valid YAML"),
    "an unclosed quote": (b'a: 1\nb: "x\n', 3, "", "is not valid YAML"),
    "two colons": (b"a: 1\nb: c: d\n", 2, "", "is not valid YAML"),
    "a stray bracket": (b"a: 1\n]\n", 2, "", "is not valid YAML"),
    "nothing": (b"", 1, "", "is empty"),
    "white space": (b" \n\n", 1, "", "is empty"),
    "a comment": (b"# later\n", 1, "", "is empty"),
    "null": (b"---\nnull\n", 1, "", "is empty"),
}  # fmt: skip

ACCEPTED: dict[str, tuple[bytes, object]] = {
    "a byte order mark in front": (b"\xef\xbb\xbfa: 1\n", {"a": 1}),
    "Windows line ends": (b"a: 1\r\nb: [2,\r\n 3]\r\n", {"a": 1, "b": [2, 3]}),
    "old Mac line ends": (b"a: 1\rb: 2\r", {"a": 1, "b": 2}),
    "no line end": (b"a: 1", {"a": 1}),
    "a negative number": (b"a: -1\n", {"a": -1}),
    "quotes": (b"a: \"7.4\"\nb: 'on'\nc: '~'\n", {"a": "7.4", "b": "on", "c": "~"}),
    "quoted and plain keys": (b'1: a\n"1": b\n', {1: "a", "1": "b"}),
    "null": (b"a: null\nb:\n", {"a": None, "b": None}),
    "a folded text": (b"a: >\n  x\n  y\n", {"a": "x y\n"}),
    "an emoji": ("a: \U0001f9d1\u200d\U0001f4bb\n".encode(), {"a": "\U0001f9d1\u200d\U0001f4bb"}),
    "12 levels": (b"[" * 13 + b"]" * 13, [[[[[[[[[[[[[]]]]]]]]]]]]]),
    "a text of 4000 characters": (b"a: " + b"x" * MAX_TEXT, {"a": "x" * MAX_TEXT}),
    "60,000 items": (b"- 1\n" * 60_000, [1] * 60_000),
}

PARSERS = {"C": getattr(yaml, "CSafeLoader", None), "Python": yaml.SafeLoader}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "x.yml"


def refuse(file: Path) -> Problem:
    """The one problem that reading the file gives, within a second of computing."""
    start = time.process_time()
    with pytest.raises(Problems) as refusal:
        read(file, Path("data/x.yml"))
    assert time.process_time() - start < 1
    (problem,) = refusal.value.problems
    return problem


def test_the_fast_parser_is_there() -> None:
    assert PARSERS["C"] is not None, "install PyYAML from its wheel, which brings libyaml"
    assert source._Loader is PARSERS["C"]


@pytest.mark.parametrize(("content", "line", "key", "wrong"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_not_plain_is_refused_where_it_stands(
    content: bytes, line: int, key: str, wrong: str, file: Path
) -> None:
    file.write_bytes(content)
    problem = refuse(file)
    assert (problem.path, problem.line, problem.key) == (Path("data/x.yml"), line, key)
    assert problem.message.startswith(wrong)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", REFUSED)
def test_either_parser_refuses_it_with_a_remedy(
    name: str, parser: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "_Loader", PARSERS[parser])
    file.write_bytes(REFUSED[name][0])
    problem = refuse(file)
    wrong, _, instead = str(problem).partition("; ")
    assert wrong.startswith(f"data/x.yml:{problem.line}: ")
    assert instead
    assert len(str(problem)) < 300


@pytest.mark.parametrize(("content", "value"), ACCEPTED.values(), ids=list(ACCEPTED))
def test_what_is_plain_is_read_as_it_looks(content: bytes, value: object, file: Path) -> None:
    file.write_bytes(content)
    assert read(file, file) == value


def test_a_file_that_is_not_there_is_a_problem(file: Path) -> None:
    assert (
        str(refuse(file)) == "data/x.yml:1: cannot be read (No such file or directory); make it a plain readable file"
    )


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert "cannot be read (Is a directory)" in str(refuse(tmp_path))


def test_values_know_their_lines(file: Path) -> None:
    file.write_text("# comment\na: 1\nb:\n- x\n- {c: 2,\n   d: 3}\n")
    value = read(file, file)
    assert isinstance(value, source.Mapping)
    assert (value.line, value.lines) == (2, {"a": 2, "b": 3})
    items = value["b"]
    assert isinstance(items, source.Sequence)
    assert items.lines == [4, 5]
    assert isinstance(items[1], source.Mapping)
    assert items[1].lines == {"c": 5, "d": 6}


def test_problems_are_sorted_and_told_once() -> None:
    later, sooner = Problem(Path("b"), 1, "", "x; y"), Problem(Path("a"), 2, "k", "x; y")
    assert str(Problems([later, sooner, later])) == "a:2: k: x; y\nb:1: x; y"
