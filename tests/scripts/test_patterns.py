"""No regular expression backtracks without bound, as recheck judges each pattern."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.patterns import ROOT, check

SCRIPTS = ROOT / "docs" / "scripts"
CORE = ROOT / "hooks" / "closecodes"

# In parts, so that they run side by side.
FOLDERS = {
    "bytes": [*SCRIPTS.glob("bytes/*")],
    "decoder": [*SCRIPTS.glob("decode/*")],
    "both ends": [*SCRIPTS.glob("both-ends/*")],
    "lookup's box": [*SCRIPTS.glob("lookup-box/*")],
    "lookup": [*SCRIPTS.glob("lookup/[!n-z]*")],
    "lookup, from n on": [*SCRIPTS.glob("lookup/[n-z]*")],
    "stack": [*SCRIPTS.glob("stack/*")],
    "pages": [*SCRIPTS.glob("page/*"), *SCRIPTS.glob("*.js")],
    "rules and model": [*CORE.glob("rules/*"), *CORE.glob("model/*")],
    "what is made": [*CORE.glob("exports/*"), *CORE.glob("lookup/*"), *CORE.glob("pages/*")],
    "core": [*CORE.glob("*.py"), *CORE.parent.glob("*.py")],
}
LINEAR = {group: [path for path in paths if path.suffix in (".js", ".py")] for group, paths in FOLDERS.items()}


@pytest.mark.slow
@pytest.mark.parametrize("group", LINEAR)
def test_no_pattern_backtracks_without_bound(group: str) -> None:
    paths = sorted(LINEAR[group])
    results = check([p for p in paths if p.suffix == ".js"], [p for p in paths if p.suffix == ".py"])
    wrong = [result for result in results if result["status"] != "safe"]
    assert paths
    assert wrong == []


def test_every_script_and_module_is_looked_at() -> None:
    code = {*SCRIPTS.rglob("*.js"), *CORE.parent.rglob("*.py")}
    assert code == {path for paths in LINEAR.values() for path in paths}


BAD = {
    "exponential.js": ("export const x = /(?:[a-z]+|-)+$/;\n", "vulnerable"),
    "quadratic.js": ("export const x = /\\s+$/;\n", "vulnerable"),
    "made.js": ("export const x = (/** @type {string} */ y) => new RegExp(y);\n", "not a constant"),
    "good.js": ("export const x = /^\\s+[a-z]{2}$/;\n", "safe"),
    "exponential.py": ('import re\nX = re.compile(r"(?P<a>[a-z]+|-)+$")\n', "vulnerable"),
    "searched.py": ('import re\nX = re.compile(r"[0-9]+$")\nX.search("")\n', "vulnerable"),
    "matched.py": ('import re\nX = re.compile(r"[0-9]+")\nX.fullmatch("")\n', "safe"),
    "made.py": ("import re\ndef f(x):\n    return re.compile(x)\n", "not a constant"),
}


@pytest.mark.slow
def test_a_bad_pattern_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.patterns.ROOT", tmp_path)
    for name, (text, _) in BAD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [tmp_path / name for name in BAD]
    results = check([p for p in paths if p.suffix == ".js"], [p for p in paths if p.suffix == ".py"])
    seen = {result["place"].split(":")[0]: result["status"] for result in results}
    assert seen == {name: status for name, (_, status) in BAD.items()}
