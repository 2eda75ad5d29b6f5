"""The command that opens sources again reports what no longer stands there, whatever they come in."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

import verify
from closecodes.load import load
from closecodes.model import Library, Registry, Service, SourceFiles, Verified, things_of
from closecodes.model.scalars import CloseCodeNumber, Name, Prose
from support.data_folder import DataFolder
from verifying import record
from verifying.checks import KINDS, STANDARD_NAMES, closing_line, gone, indirect_line, verify_library, verify_service
from verifying.matching import Source, constant_stands
from verifying.newest import newest_tag
from verifying.sources import NotOpened, Opener, Repository, member_for

DATA = Path(__file__).resolve().parents[2] / "data"
ANT = "libraries/ant.yml"
MANUAL = "1006 gone, 1008 Stung, 2000 SWARM, 4000 ho-ney: jar 3 is full"
SOURCE = """
class Codes:
    NORMAL = 1000
    LOST = 0x3EE
    GONE = 1006
NEVER_CONNECTED = -1
IDLE_TIMEOUT = 60 * 1000
raise Lost("lost "
    "with %d" % code)
print("never " + "connected"); print(f"closed by {peer}")
"""
PATH = "src/ant/codes.py"


@pytest.fixture
def bee(data: DataFolder) -> Service:
    return data.read().services[0]


@pytest.fixture
def ant(data: DataFolder) -> Library:
    """The ant, read in a repository with a tag, with one default."""
    data.set(ANT, "read", [{"repository": "ants/ant", "tag": "v1.0", "paths": [PATH]}])
    place = {"path": PATH, "text": "IDLE_TIMEOUT = 60 * 1000"}
    data.set(ANT, "defaults", [{"limits": "idle", "seconds": 60, "source": "codes.py", "place": place}])
    return next(library for library in load(data.folder).libraries if library.id == "ant")


@pytest.fixture
def mirrors(tmp_path: Path) -> Path:
    """Mirrors of the manual of the bees and of the source of the ant."""
    _commit(tmp_path / "mirrors" / "bee+hive", "manual.md", MANUAL)
    _commit(tmp_path / "mirrors" / "ants+ant" / "repo", PATH, SOURCE, "v1.0")
    return tmp_path / "mirrors"


def _commit(repository: Path, path: str, text: str, tag: str = "") -> None:
    (repository / path).parent.mkdir(parents=True, exist_ok=True)
    (repository / path).write_text(text, "utf-8")
    git = ["git", "-C", str(repository), "-c", "user.name=Bee", "-c", "user.email=bee@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "It"], *([["tag", "-f", tag]] if tag else [])):
        subprocess.run([*git, *command], check=True, capture_output=True, timeout=60)


def _tar(archive: Path, name: str, text: str) -> None:
    with tarfile.open(archive, "w:gz") as tar:
        member = tarfile.TarInfo(name)
        member.size = len(text.encode())
        tar.addfile(member, io.BytesIO(text.encode()))


# --- libraries ---


def test_everything_of_a_library_is_found(ant: Library, mirrors: Path) -> None:
    result = verify_library(ant, Opener(mirrors, None))
    assert result.line() == "ant: constants 4 of 4, texts 3 of 3, defaults 1 of 1, in v1.0"
    assert closing_line("libraries", [result]) == (
        "verified: constants 4 of 4, texts 3 of 3, defaults 1 of 1, in 1 of 1 libraries"
    )


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("NORMAL = 1000", "NORMAL = 1001", "constant 1000 NORMAL"),
        ("0x3EE", "0x3EF", "constant 1006 LOST"),
        ("NEVER_CONNECTED = -1", "NEVER_CONNECTED = 1", "constant -1 NEVER_CONNECTED"),
        ("GONE =", "GONES =", "constant 1006 GONE"),
        ('"with %d"', '"wuth %d"', "text lost with <n>"),
        ("connected", "connecte", "text never connected"),
        ("60 * 1000", "61 * 1000", f"default {PATH}: IDLE_TIMEOUT = 60 * 1000"),
        ("60 * 1000", "60 * 10000", f"default {PATH}: IDLE_TIMEOUT = 60 * 1000"),
    ],
)
def test_one_changed_character_in_a_library_is_reported(
    old: str, new: str, lost: str, ant: Library, data: DataFolder, mirrors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--only", "libraries", "--mirrors", str(mirrors)]
    assert verify.main([*arguments, "--update"], data.folder) == 0
    assert verify.main(arguments, data.folder) == 0
    assert old in SOURCE
    _commit(mirrors / "ants+ant" / "repo", PATH, SOURCE.replace(old, new), "v1.0")
    capsys.readouterr()
    assert verify.main(arguments, data.folder) == 1
    assert capsys.readouterr().err.splitlines() == [f"gone: ant: {lost}"]


def test_a_reason_explains_what_is_not_found_and_goes_stale(data: DataFolder, ant: Library, mirrors: Path) -> None:
    data.set(ANT, "not_literal", {"lost with <n>": "It is put together."})
    arguments = ["--only", "libraries", "--mirrors", str(mirrors), "ant"]
    assert verify.main(arguments, data.folder) == 1, "it stands there"
    _commit(mirrors / "ants+ant" / "repo", PATH, SOURCE.replace("lost ", "left "), "v1.0")
    assert verify.main(arguments, data.folder) == 0
    library = next(library for library in data.read().libraries if library.id == "ant")
    result = verify_library(library, Opener(mirrors, None))
    assert result.line() == "ant: constants 4 of 4, texts 2 of 3, defaults 1 of 1, in v1.0 (1 explained)"


CHAINED = """
int K_STUNG = 4008; case 4009: return K_FED;
define("STUNG", K_STUNG); define("FED", K_FED);
STUNG_TWICE
"""


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("STUNG", "STUNG", set()),
        ("4008", "4007", {"STUNG"}),
        ("case 4009", "case 4007", {"FED"}),
        ('"STUNG", K_STUNG', '"STUNG", K_STANG', {"STUNG"}),
        ('define("FED", ', 'define("FED",\n', {"FED"}),
    ],
)
def test_a_constant_gets_its_number_by_way_of_other_names(
    old: str, new: str, lost: set[str], data: DataFolder, ant: Library, mirrors: Path
) -> None:
    data.set(ANT, "aliases", {4008: ["STUNG"], 4009: ["FED"], 4010: ["STUNG_TWICE"]})
    data.set(ANT, "through", {"STUNG": ["K_STUNG"], "FED": ["K_FED"], "STUNG_TWICE": ["STUNG", "K_STUNG"]})
    assert old in CHAINED
    _commit(mirrors / "ants+ant" / "repo", PATH, SOURCE + CHAINED.replace(old, new), "v1.0")
    result = verify_library(_ant(data), Opener(mirrors, None))
    found = result.things["constant"]
    assert result.indirect == {
        f"constant {n} {name}" for n, name in ((4008, "STUNG"), (4009, "FED")) if name not in lost
    }
    assert not result.stale
    names = {name: found[f"constant {code} {name}"] for code, name in ((4008, "STUNG"), (4009, "FED"))}
    assert {name for name, seen in names.items() if not seen} == lost
    assert not found["constant 4010 STUNG_TWICE"], "it stands on no line with the next"


PIECED = """
// lost in the hive
enum Bee { HARVEST, SWARM }
prefix("lost: ").add(bee).add(" of 4008 in ");
fail(f"hive {name}");
"""


@pytest.mark.parametrize(
    ("pieces", "stand"),
    [
        (["lost: ", "HARVEST", " of ", "4008", " in ", "hive <name>"], False),
        (["lost: ", "HARVESTING", " of 4008 in ", "hive <name>"], False),
        (["lost: ", "SWARMING", " of 4008 in ", "hive <name>"], False),
        (["lost: ", "<bee>", " of 4008 in ", "hive <name>"], True),
        (["lost: ", "<bee>", " of 4009 in ", "hive <name>"], False),
        (["lost: ", "<bee>", " of 4008 in ", "the hive <name>"], False),
        (["lost", ": ", "<bee>", " of 4008 in ", "hive <name>"], False),
        (["lost in the hive", " of 4008 in "], False),
        (["lost: ", "HARVEST ", " of 4008 in "], False),
        (["<n> (", "4008", ")"], True),
        (["4009"], False),
    ],
)
def test_all_pieces_of_a_text_stand_as_literals(
    pieces: list[str], stand: bool, data: DataFolder, ant: Library, mirrors: Path
) -> None:
    text = "".join(pieces)
    data.set(ANT, "messages", [{"text": text}])
    data.set(ANT, "pieces", {text: pieces})
    _commit(mirrors / "ants+ant" / "repo", PATH, PIECED, "v1.0")
    assert verify_library(_ant(data), Opener(mirrors, None)).things["text"] == {f"text {text}": stand}


def test_a_way_to_what_stands_there_as_it_is_goes_stale(data: DataFolder, ant: Library, mirrors: Path) -> None:
    data.set(ANT, "through", {"GONE": ["LOST"]})
    data.set(ANT, "pieces", {"never connected": ["never ", "connected"]})
    result = verify_library(_ant(data), Opener(mirrors, None))
    assert result.stale == ("constant 1006 GONE", "text never connected")
    assert not result.indirect and indirect_line([result]) == ""
    assert verify.main(["--only", "libraries", "--mirrors", str(mirrors)], data.folder) == 1


def test_what_was_found_in_pieces_is_told(data: DataFolder, ant: Library, mirrors: Path) -> None:
    text = "<bee> of 4008 in lost: <name>"
    data.set(ANT, "messages", [{"text": text}])
    data.set(ANT, "pieces", {text: ["<bee>", " of 4008 in ", "lost: ", "<name>"]})
    _commit(mirrors / "ants+ant" / "repo", PATH, SOURCE + PIECED, "v1.0")
    result = verify_library(_ant(data), Opener(mirrors, None))
    assert indirect_line([result]) == "of these: texts 1 in pieces"
    assert "(1 by other names or in pieces)" in result.line()


def _ant(data: DataFolder) -> Library:
    return next(library for library in data.read().libraries if library.id == "ant")


def test_a_mirror_without_the_tag_answers_for_its_newest_state(ant: Library, mirrors: Path) -> None:
    read = (replace(ant.read[0], tag=Name("v2.0")),)
    assert verify_library(ant, Opener(mirrors, None), read).line().endswith("in HEAD, not v2.0")


def test_a_mirror_is_found_however_it_lies(mirrors: Path) -> None:
    opener = Opener(mirrors, None)
    bare = mirrors / "git.example.org+wasp" / "copy"
    subprocess.run(["git", "clone", "-q", "--bare", mirrors / "bee+hive", bare], check=True, timeout=60)
    shutil.copytree(bare, mirrors / "wasp" / "nest")
    for name in ("bee/hive", "ants/ant", "https://git.example.org/wasp.git", "wasp/nest"):
        mirror = opener.mirror(name)
        assert mirror is not None and mirror.has("HEAD"), name
    assert opener.mirror("moth/light") is None


def test_a_library_without_files_says_why(data: DataFolder, ant: Library, mirrors: Path) -> None:
    aphid = data.read().libraries[1]
    assert verify_library(aphid, Opener(None, None)).line() == "aphid: not opened: names no files"
    absent = replace(ant, read=(replace(ant.read[0], paths=(Name("no/codes.py"),)),))
    assert verify_library(absent, Opener(mirrors, None)).line() == "ant: not opened: no file no/codes.py"
    unread = replace(aphid, unread=Prose("Its source is not public."))
    assert verify_library(unread, Opener(None, None)).line() == "aphid: not opened: Its source is not public."


def test_constants_of_another_file_are_counted_there(data: DataFolder) -> None:
    aphid = next(library for library in data.read().libraries if library.id == "aphid")
    assert aphid.same_constants_as == "ant"
    assert [thing for thing in things_of(aphid) if thing.kind == "constant"] == []


# --- packages ---


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Clients of registries that leave what the real ones leave: a wheel, a tarball, a Debian package."""
    clients, shelf = tmp_path / "clients", tmp_path / "shelf"
    clients.mkdir()
    shelf.mkdir()
    with zipfile.ZipFile(shelf / "ant-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("ant/codes.py", SOURCE)
        wheel.writestr("ant/other/codes.py", "")
    _tar(shelf / "bee-hive-2.0.1.tgz", "package/dist/index.js", "exports.Codes = {}")
    tree = shelf / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN" / "control").write_text(
        "Package: ant\nVersion: 1.0\nArchitecture: all\nMaintainer: Ant <ant@example.org>\nDescription: ant\n"
    )
    (tree / "usr/share/ant").mkdir(parents=True)
    (tree / "usr/share/ant/codes.py").write_text(SOURCE)
    subprocess.run(["dpkg-deb", "-b", tree, shelf / "ant_1.0_all.deb"], check=True, capture_output=True, timeout=60)
    for client, wanted, file in (
        ("pip", "ant==1.0", "ant-1.0-py3-none-any.whl"),
        ("npm", "@bee/hive@2.0.1", "bee-hive-2.0.1.tgz"),
        ("apt-get", "ant=1.0", "ant_1.0_all.deb"),
    ):
        script = clients / client
        script.write_text(
            f'#!/bin/sh\ncase "$*" in *source*) echo "no source" >&2; exit 1;; *{wanted}) cp "{shelf}/{file}" .;; '
            f'*) echo "no such package" >&2; exit 1;; esac\n'
        )
        script.chmod(0o755)
    python = clients / "python"
    python.write_text(f'#!/bin/sh\nexec "{clients}/pip" "$@"\n')
    python.chmod(0o755)
    monkeypatch.setattr("verifying.sources.sys.executable", str(python))
    monkeypatch.setenv("PATH", f"{clients}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "packages"


@pytest.mark.parametrize(
    ("package", "version", "path"),
    [
        ("pypi:ant", "1.0", PATH),
        ("npm:@bee/hive", "2.0.1", "dist/index.js"),
        ("debian:ant", "1.0", "usr/share/ant/codes.py"),
    ],
)
def test_a_package_is_opened_by_the_client_of_its_registry(
    package: str, version: str, path: str, packages: Path
) -> None:
    opener = Opener(None, packages)
    files = SourceFiles(package=Name(package), version=Name(version), paths=(Name(path), Name("no/such/file.py")))
    opened = opener(files)
    assert opened.version == version
    assert opened.texts[path] in (SOURCE, "exports.Codes = {}")
    assert opened.texts["no/such/file.py"] is None
    with pytest.raises(NotOpened, match=r"no such package|no source"):
        opener(replace(files, version=Name("9.9")))
    assert not list(packages.glob("*.part"))


def test_the_read_version_of_a_package_goes_before_another_state_of_a_mirror(mirrors: Path, packages: Path) -> None:
    files = SourceFiles(
        repository=Name("ants/ant"),
        tag=Name("1.0"),
        package=Name("pypi:ant"),
        version=Name("1.0"),
        paths=(Name(PATH),),
    )
    assert Opener(mirrors, packages)(files).version == "1.0"
    assert Opener(mirrors, None)(files).version == "HEAD, not 1.0"


@pytest.mark.parametrize("by", ["tag", "commit"])
def test_a_repository_is_fetched_without_a_mirror(
    by: str, ant: Library, mirrors: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin = mirrors / "ants+ant" / "repo"
    for key, value in (("uploadpack.allowFilter", "true"), ("uploadpack.allowAnySHA1InWant", "true")):
        subprocess.run(["git", "-C", origin, "config", key, value], check=True, timeout=60)
    for key, value in {
        "COUNT": "1",
        "KEY_0": f"url.file://{origin}.insteadOf",
        "VALUE_0": "https://github.com/ants/ant.git",
    }.items():
        monkeypatch.setenv(f"GIT_CONFIG_{key}", value)
    commit = Repository(origin).git("rev-parse", "HEAD").decode().strip()
    files = ant.read[0] if by == "tag" else replace(ant.read[0], tag=None, commit=Name(commit))
    opened = Opener(None, tmp_path / "packages")(files)
    assert opened.texts == {PATH: SOURCE}
    assert opened.version == ("v1.0" if by == "tag" else commit[:12])


def test_one_source_that_cannot_be_opened_stops_nothing(
    data: DataFolder, ant: Library, mirrors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(mirrors / "bee+hive")
    assert verify.main(["--mirrors", str(mirrors)], data.folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("ant: constants 4 of 4")
    assert "bee: not opened: no mirror; no mirror" in lines
    assert lines[-2:] == [
        "verified: constants 4 of 4, texts 3 of 3, defaults 1 of 1, in 1 of 2 libraries",
        "verified: codes 0 of 4, names 0 of 5, in 0 of 1 services",
    ]


@pytest.mark.parametrize(
    ("path", "names", "member"),
    [
        ("src/ant/codes.py", ["ant/codes.py", "ant/sub/codes.py"], "ant/codes.py"),
        ("codes.py", ["ant-1.0/codes.py", "ant-1.0/sub/codes.py"], "ant-1.0/codes.py"),
        ("lib/a.js", ["package/a.js"], "package/a.js"),
        ("lib/a.js", ["package/a.js", "package/b/a.js"], None),
        ("lib/a.js", ["x/lib/a.js", "y/lib/a.js"], None),
        ("lib/a.js", ["package/ba.js"], None),
    ],
)
def test_a_path_of_the_repository_is_found_in_an_archive(path: str, names: list[str], member: str | None) -> None:
    assert member_for(path, names) == member


def _zipped(content: bytes, name: str = "codes.py") -> bytes:
    """A wheel with one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr(name, content)
    return file.getvalue()


def _tarred(kind: bytes, name: str = "codes.py", mode: Literal["w:gz", "w:xz"] = "w:gz", content: bytes = b"") -> bytes:
    """A tarball with one member of a kind; links lead to what stands on every machine."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as tar:
        member = tarfile.TarInfo(name)
        member.type, member.linkname, member.size = kind, "/etc/passwd", len(content)
        tar.addfile(member, io.BytesIO(content))
    return file.getvalue()


NOISE = bytes(random.Random(1006).randbytes(5000))
WHEEL, TARBALL = "ant-1.0-py3-none-any.whl", "ant-1.0.tar.gz"
DAMAGED: dict[str, tuple[str, bytes]] = {
    "a wheel that is none": (WHEEL, b"<!doctype html>"),
    "a wheel cut short": (WHEEL, _zipped(NOISE)[:2000]),
    "a wheel with a bad file": (WHEEL, _zipped(NOISE).replace(NOISE[100:200], NOISE[200:300])),
    "a wheel with a bad stream": (WHEEL, _zipped(b"a" * 9000)[:40] + b"\xff" * 9 + _zipped(b"a" * 9000)[49:]),
    "a wheel with a password": (WHEEL, _zipped(b"x").replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")),
    "a wheel of another method": (WHEEL, _zipped(b"x").replace(b"\x00\x00\x08\x00", b"\x00\x00\x63\x00")),
    "a tarball that is none": (TARBALL, b"<!doctype html>"),
    "a tarball cut short": (TARBALL, _tarred(tarfile.REGTYPE, content=NOISE)[:3000]),
    "an xz cut short": ("ant-1.0.tar.xz", _tarred(tarfile.REGTYPE, mode="w:xz", content=NOISE)[:3000]),
    "a bad xz": (
        "ant-1.0.tar.xz", _tarred(tarfile.REGTYPE, mode="w:xz", content=NOISE)[:2500] + b"\xff" * 3000
    ),
    "a Debian package that is none": ("ant_1.0_all.deb", b"!<arch>\n"),
    "a large file in a wheel": (WHEEL, _zipped(b"a" * 20_000)),
    "a large file in a tarball": (TARBALL, _tarred(tarfile.REGTYPE, content=b"a" * 20_000)),
}  # fmt: skip


def _laid(folder: Path, name: str, content: bytes) -> Opener:
    """An opener that finds this file as what the client of PyPI left before."""
    kept = folder / "pypi-ant-1.0"
    kept.mkdir(parents=True)
    (kept / name).write_bytes(content)
    for further in ("-source", "-mac"):  # what the client is asked for when a file is not in the first
        (folder / f"pypi-ant-1.0{further}").mkdir()
    return Opener(None, folder)


@pytest.mark.parametrize(("name", "content"), DAMAGED.values(), ids=list(DAMAGED))
def test_a_damaged_package_is_not_opened_and_stops_nothing(
    name: str, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verifying.sources.LARGEST", 10_000)
    opener = _laid(tmp_path / "packages", name, content)
    with pytest.raises(NotOpened) as refusal:
        opener(SourceFiles(package=Name("pypi:ant"), version=Name("1.0"), paths=(Name("codes.py"),)))
    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        (TARBALL, _tarred(tarfile.SYMTYPE), None),
        (TARBALL, _tarred(tarfile.LNKTYPE), None),
        (TARBALL, _tarred(tarfile.FIFOTYPE), None),
        (TARBALL, _tarred(tarfile.CHRTYPE), None),
        (TARBALL, _tarred(tarfile.REGTYPE, "../../../codes.py", content=b"up"), "up"),
        (TARBALL, _tarred(tarfile.REGTYPE, "/codes.py", content=b"root"), "root"),
        (WHEEL, _zipped(b"up", "../../../codes.py"), "up"),
    ],
    ids=["a link", "a hard link", "a pipe", "a device", "a path up", "a path from the root", "a wheel with a path up"],
)
def test_a_package_reads_and_writes_nothing_outside_of_it(
    name: str, content: bytes, text: str | None, tmp_path: Path
) -> None:
    opener = _laid(tmp_path / "packages", name, content)
    before = sorted(tmp_path.rglob("*"))
    opened = opener(SourceFiles(package=Name("pypi:ant"), version=Name("1.0"), paths=(Name("codes.py"),)))
    assert opened.texts == {"codes.py": text}
    assert sorted(tmp_path.rglob("*")) == before


# --- matching ---


@pytest.mark.parametrize(
    ("name", "number", "source", "stands"),
    [
        ("Codes.NORMAL", 1000, "NORMAL = 1000", True),
        ("ws::kNormal", 1000, "constexpr uint16_t kNormal = 0x03e8u;", True),
        ("NORMAL", 1000, "NORMAL =\n    new Status(\n        1_000, 'Bye')", True),
        (":going-away", 1001, "{1000 :normal\n 1001 :going-away\n", True),
        ("CloseCode::Other(1005)", 1005, "Other(u16) // 1005", True),
        ("NORMAL", 1000, "NORMAL = 1001; OTHER = 1000", False),
        ("NORMAL", 1000, "NORMAL = 10000", False),
        ("NORMAL", 1000, "ABNORMAL = 1000", False),
        ("NORMAL", 1000, "enum { NORMAL, AWAY }", False),
        ("AWAY", 1001, "enum { NORMAL = 1000,\n AWAY }", False),
        ("NONE", -1, "NONE = 1", False),
        ("NORMAL", 1000, "NORMAL" + " " * 500 + "1000", False),
    ],
)
def test_a_constant_stands_with_its_number(name: str, number: int, source: str, stands: bool) -> None:
    assert constant_stands(name, number, source) is stands


@pytest.mark.parametrize(
    ("text", "source", "stands"),
    [
        ("closed by <peer>", 'log("closed by %s", peer)', True),
        ("closed by <peer> with <n>", 'log(f"closed by {peer} "\n    f"with {n}")', True),
        ("closed by <peer> with <n>", '"closed by " + peer + " with " + n', True),
        ("it's closed", "'it\\'s closed'", True),
        ("one line, two lines", '"one line, \\\n   two lines"', True),
        ("close 1006 (abnormal)", 'append("close "); append(code); append(" (abnormal)")', True),
        ("ant: bad frame", 'fail("bad frame"); log("ant: " + reason)', True),
        ("ant: bad frame", 'fail("a bad frame"); log("ant: " + reason)', False),
        ("ant: bad frame", 'fail("bad frame"); log("ants: " + reason)', False),
        ("ant: bad frame", 'fail("bad frame"); log("ant: no frame")', False),
        ("closed by <peer> with <n>", f'"closed by " {"x" * 500} " with "', False),
        ("closed by <peer>", 'log("disclosed by %s", peer)', False),
        ("<n> (<name>)", '"%d (%s)"', False),
        ("Closed", '"closed"', False),
    ],
)
def test_a_text_stands_letter_by_letter_between_its_placeholders(text: str, source: str, stands: bool) -> None:
    assert Source(source).has_text(text, 1006) is stands


@pytest.mark.parametrize(
    ("read", "tags", "newest"),
    [
        ("v1.9.0", ["v1.9.0", "v1.10.0", "v2.0.0-rc.1", "v2.0.0b1", "other-9.0", "3.0"], "v1.10.0"),
        ("socket.io@4.8.1", ["socket.io@4.8.3", "socket.io-client@5.0.0"], "socket.io@4.8.3"),
        ("R16B", ["R17"], "R17"),
        ("main", ["v2"], "main"),
    ],
)
def test_the_newest_tag_is_named_like_the_one_that_was_read(read: str, tags: list[str], newest: str) -> None:
    assert newest_tag(read, tags) == newest


def test_what_is_gone_in_the_newest_release_is_listed(
    data: DataFolder, ant: Library, mirrors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--only", "libraries", "--mirrors", str(mirrors)]
    assert verify.main([*arguments, "--update"], data.folder) == 0
    assert verify.main([*arguments, "--newest"], data.folder) == 0
    _commit(mirrors / "ants+ant" / "repo", PATH, SOURCE.replace("closed by", "left by"), "v1.1")
    capsys.readouterr()
    assert verify.main([*arguments, "--newest"], data.folder) == 1
    assert capsys.readouterr().out.splitlines() == ["- **ant**: v1.0 → v1.1", "  - gone: `text closed by <peer>`"]


# --- services ---


def test_everything_of_a_service_is_found_whatever_its_case_and_separators(
    bee: Service, mirrors: Path, packages: Path
) -> None:
    result = verify_service(bee, Opener(mirrors, packages))
    assert result.line().startswith("bee: codes 4 of 4, names 5 of 5, in HEAD, not 0123456789ab, 2.0.1")
    assert closing_line("services", [result]) == "verified: codes 4 of 4, names 5 of 5, in 1 of 1 services"


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("4000", "4001", ["code 4000"]),
        ("4000", "40000", ["code 4000"]),
        ("SWARM", "SWORM", ["name 2000 'Swarm'"]),
        ("is full", "is dull", ["reason 4000 'jar <n> is full'"]),
    ],
)
def test_one_changed_character_in_a_service_is_reported(
    old: str, new: str, lost: list[str], bee: Service, mirrors: Path, packages: Path
) -> None:
    opener = Opener(mirrors, packages)
    before = verify_service(bee, opener)
    _commit(mirrors / "bee+hive", "manual.md", MANUAL.replace(old, new))
    after = verify_service(bee, opener)
    assert gone(after, before.found) == lost
    assert gone(before, before.found) == []


def test_a_standard_name_is_that_of_one_number(registry: Registry) -> None:
    """A name that another number has too would find a number that is not there."""
    names: dict[int, set[str]] = {}
    for library in registry.libraries:
        for thing in things_of(library):
            if thing.kind == "constant" and thing.number is not None:
                names.setdefault(thing.number, set()).add(re.sub(r"[^0-9a-z]+", "", thing.text.casefold()))
    for code, patterns in STANDARD_NAMES.items():
        for pattern in patterns:
            known = {number for number, written in names.items() if any(re.search(pattern, name) for name in written)}
            assert known == {code}, pattern


@pytest.mark.parametrize(
    ("code", "source", "stands"),
    [
        (1000, "CloseNormalClosure", True),
        (1000, "ABNORMAL_CLOSURE", False),
        (1002, "Protocol Error", True),
        (1002, "SubprotocolError", False),
        (1009, "message too big", True),
        (1009, "to be or not to be", False),
        (1013, "TryAgainLater", True),
        (1014, "BadGateway", False),
        (4500, "CloseStatus.SESSION_NOT_RELIABLE", True),
    ],
)
def test_a_standard_code_may_be_written_as_its_name(
    code: int, source: str, stands: bool, bee: Service, mirrors: Path, packages: Path
) -> None:
    row = replace(bee.codes[0], code=CloseCodeNumber(code))
    service = replace(bee, codes=(row,), source=replace(bee.source, files=bee.source.files[:1]))
    _commit(mirrors / "bee+hive", "manual.md", source)
    assert verify_service(service, Opener(mirrors, None)).things["code"] == {f"code {code}": stands}


def test_the_command_ends_with_1_when_something_of_a_service_is_gone(
    data: DataFolder, mirrors: Path, packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--mirrors", str(mirrors), "--packages", str(packages), "bee"]
    assert verify.main([*arguments, "--update"], data.folder) == 0
    assert verify.main(arguments, data.folder) == 0
    _commit(mirrors / "bee+hive", "manual.md", MANUAL.replace("1008", "1007"))
    assert verify.main(arguments, data.folder) == 1
    assert "gone: bee: code 1008" in capsys.readouterr().err
    assert verify.main(["--mirrors", str(mirrors), "bee"], data.folder) == 0, "it may stand in the package"


# --- what is remembered ---


def test_what_was_found_is_of_the_data(registry: Registry) -> None:
    """What is no longer in the data would be looked for in vain, and would be counted on pages."""
    in_step = record.in_step(registry, registry.verified)
    if os.environ.get("UPDATE") and in_step != list(registry.verified):
        (DATA / record.NAME).write_text(record.text(in_step), "utf-8")
        return
    assert in_step == list(registry.verified), "data changed: run the tests with UPDATE=1, then make verify UPDATE=1"
    assert (DATA / record.NAME).read_text("utf-8") == record.text(registry.verified), "only make verify writes it"


def test_shares_add_up(registry: Registry) -> None:
    libraries = {library.id: library for library in registry.libraries}
    for entry in registry.verified:
        assert entry.kind in KINDS
        assert len(set(entry.found)) == len(entry.found)
        if entry.kind == "libraries":
            shares = entry.share(libraries[entry.id])
            assert sum(found for found, _ in shares.values()) == len(entry.found)
            assert all(found <= whole for found, whole in shares.values())


def test_an_update_forgets_what_the_data_no_longer_has(data: DataFolder, ant: Library, mirrors: Path) -> None:
    arguments = ["--mirrors", str(mirrors), "--update"]
    assert verify.main(arguments, data.folder) == 0
    assert _found(data)["ant"] == {thing.label for thing in things_of(ant)}
    data.set(ANT, "messages.2.text", "closed by the peer")
    assert verify.main([*arguments, "bee"], data.folder) == 0
    assert "text closed by <peer>" not in _found(data)["ant"]


def test_an_update_never_lowers_what_was_found_when_a_source_does_not_open(
    data: DataFolder, ant: Library, mirrors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether it is closed now, or a mirror has another version: nothing is known to be gone."""
    arguments = ["--only", "libraries", "--mirrors", str(mirrors), "--update"]
    second = {"repository": "ants/nest", "tag": "v1.0", "paths": ["nest.py"]}
    data.set(ANT, "read", [*_read(ant), second])
    _commit(mirrors / "ants+nest", "nest.py", 'log("never connected")', "v1.0")
    repository = mirrors / "ants+ant" / "repo"
    _commit(repository, PATH, SOURCE.replace('"never " + ', ""), "v1.0")
    assert verify.main(arguments, data.folder) == 0
    before = _found(data)["ant"]
    assert "text never connected" in before

    shutil.rmtree(mirrors / "ants+nest")
    capsys.readouterr()
    assert verify.main(arguments, data.folder) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if line.startswith("kept as of ")] == [
        f"kept as of {_entry(data).day}: ant: text never connected"
    ]
    assert _found(data)["ant"] == before
    assert _entry(data).read == ("v1.0",)

    _commit(mirrors / "ants+nest", "nest.py", "", "v2.0")
    assert verify.main(arguments, data.folder) == 0
    assert _found(data)["ant"] == before, "another version was opened"
    _commit(mirrors / "ants+nest", "nest.py", "left", "v1.0")
    assert verify.main(arguments, data.folder) == 0
    assert "text never connected" not in _found(data)["ant"], "all was opened, and it is gone"


def _read(library: Library) -> list[dict[str, object]]:
    return [
        {"repository": str(f.repository), "tag": str(f.tag), "paths": [str(p) for p in f.paths]} for f in library.read
    ]


def _entry(data: DataFolder) -> Verified:
    return next(entry for entry in data.read().verified if entry.id == "ant")


def _found(data: DataFolder) -> dict[str, set[str]]:
    entries: tuple[Verified, ...] = data.read().verified
    return {entry.id: set(entry.found) for entry in entries}
