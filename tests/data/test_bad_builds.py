"""A build with bad data says what is wrong and leaves the last good site alone; one with hostile data is harmless."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.building import ROOT, build
from support.data_folder import DataFolder
from support.site_pages import pages_of

PROJECT = ("data", "docs", "hooks", "mkdocs.yml")
FOREIGN = {"img", "iframe", "object", "embed", "base"}

HANGS = 100  # seconds; the check takes one or two, on a busy machine ten

# Rules accept these: no tag stands in them, and yet each would be one where it is not escaped, or unescaped once.
HOSTILE = '&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt; {{ 77 * 77 }} {% raw %} " onclick="alert(1) </ script > {: onclick=x }'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's own files, as they are now."""
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_bad_data_leaves_the_last_site_alone(project: Path) -> None:
    site = project / "site"
    (site / "1006").mkdir(parents=True)
    (site / "1006" / "index.html").write_text("the last good one", encoding="utf-8")
    data = DataFolder(project / "data")
    line = data.replace("codes/1006.yml", "status: local-only", "status: local")
    data.replace("codes/1008.yml", "sender: ", "sendr: ")
    done = build(site, project)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said and said.count("\n") < 12
    assert (
        f"data/codes/1006.yml:{line}: status: is text ('local'); write one of registered, reserved, local-only" in said
    )
    assert re.search(r"data/codes/1008\.yml:\d+: sendr: is not a key here", said)
    assert [path.read_text(encoding="utf-8") for path in site.rglob("*") if path.is_file()] == ["the last good one"]


@pytest.mark.long
def test_a_script_that_cannot_be_joined_does_too(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one", encoding="utf-8")
    script = project / "docs" / "scripts" / "site.js"
    script.write_text(script.read_text(encoding="utf-8") + "export default 1;\n", encoding="utf-8")
    done = build(site, project)
    assert done.returncode == 1 and "Traceback" not in done.stdout + done.stderr
    assert re.search(r"docs/scripts/site\.js:\d+: 'export default 1;' cannot be joined", done.stderr)
    assert (site / "index.html").read_text(encoding="utf-8") == "the last good one"


@pytest.mark.long
def test_hostile_texts_that_rules_accept_are_harmless(project: Path) -> None:
    data = DataFolder(project / "data")
    for name, key in (
        ("codes/1014.yml", "label"),
        ("codes/1006.yml", "summary"),
        ("codes/1006.yml", "causes.0.cause"),
        ("services/discord-gateway.yml", "name"),
        ("services/discord-gateway.yml", "codes.0.name"),
        ("libraries/ws.yml", "name"),
        ("libraries/ws.yml", "language"),
        ("changes.yml", "0.title"),
        ("ranges.yml", "3.name"),
    ):
        data.set(name, key, HOSTILE)
    assert data.problems() == []
    done = build(project / "site", project)
    assert done.returncode == 0, done.stderr[-2000:]
    shown = 0
    for page in pages_of(project / "site"):
        shown += "onerror=alert(1)" in page.root.text
        for element in page.root.walk():
            loose = [name for name in element.attributes if name.startswith("on") or name == "style"]
            assert element.tag not in FOREIGN and not loose, f"{page.url}:{element.line}: <{element.tag} {loose}>"
        assert "5929" not in page.root.text, page.url
    assert shown > 5


@pytest.mark.parametrize(
    ("name", "content"),
    {
        "a billion laughs": "a: &a [x, x]\n" + "".join(f"a{i}: &a{i} [*a, *a]\n" for i in range(40)),
        "a tag": "code: !!python/object/apply:os.system ['true']\n",
        "depth": "[" * 100_000,
        "no text": "\x00\x01",
        "nothing": "",
    }.items(),
)
def test_the_check_ends_with_a_located_problem(project: Path, name: str, content: str) -> None:
    (project / "data" / "codes" / "1006.yml").write_text(content, encoding="utf-8")
    command = [sys.executable, str(project / "hooks" / "check_data.py")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=HANGS, check=False)
    assert done.returncode == 1, name
    assert "Traceback" not in done.stderr + done.stdout
    assert re.search(r"^data/codes/1006\.yml:\d+: .+; .+", done.stdout + done.stderr, re.MULTILINE)
