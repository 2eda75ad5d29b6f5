"""The scripts: joined without a clash, typed, and the vendored one is what its makers publish."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.scripts import ENTRIES, ScriptError, join, joined

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs" / "scripts"
NODE = Path(__file__).parents[1] / "node"
VENDORED = ROOT / "docs" / "assets" / "vendor"
MODULES = sorted(SCRIPTS.rglob("*.js"))


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", *command], capture_output=True, text=True, timeout=120, check=False)


def check_types(config: Path) -> str:
    """What the TypeScript compiler objects to."""
    process = run(str(NODE / "node_modules" / "typescript" / "bin" / "tsc"), "-p", str(config), "--pretty", "false")
    assert process.returncode in (0, 2), process.stderr
    return process.stdout


@pytest.mark.slow
def test_types_fit() -> None:
    assert check_types(NODE / "tsconfig.json") == ""


@pytest.mark.slow
def test_a_type_that_does_not_fit_is_seen(tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text(
        "/** @returns {string} */\nexport function name() {\n  return 1;\n}\n", encoding="utf-8"
    )
    config = json.loads((NODE / "tsconfig.json").read_text(encoding="utf-8"))
    (tmp_path / "tsconfig.json").write_text(json.dumps({**config, "include": ["*.js"]}), encoding="utf-8")
    assert "wrong.js(3,3): error TS2322" in check_types(tmp_path / "tsconfig.json")


FORMATTED = sorted(SCRIPTS.rglob("*.js"))


def test_scripts_are_in_the_one_format() -> None:
    process = run(str(NODE / "node_modules" / "prettier" / "bin" / "prettier.cjs"), "--check", *map(str, FORMATTED))
    assert process.returncode == 0, process.stderr


def test_every_module_is_part_of_a_script() -> None:
    text = "".join(page.text for page in joined(SCRIPTS))
    exported = {
        name: module.name
        for module in MODULES
        for name in re.findall(
            r"^export (?:async )?(?:function|const|class) ([\w$]+)", module.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert not {name: module for name, module in exported.items() if not re.search(rf"\b{re.escape(name)}\b", text)}


def test_names_are_unique_over_all_scripts(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SCRIPTS, tmp_path / "docs" / "scripts"))
    names = [path.relative_to(SCRIPTS).as_posix() for path in MODULES if path.name != "types.js"]  # it only names types
    everything = "".join(f'import {{ x }} from "./{name}";\n' for name in names)
    (folder / "everything.js").write_text(everything, encoding="utf-8")
    assert len(join(folder / "everything.js")) > 50_000


@pytest.mark.parametrize("name", ENTRIES)
def test_a_joined_script_is_one_classic_script(name: str, tmp_path: Path) -> None:
    script = tmp_path / f"{name}.cjs"
    script.write_text(join(SCRIPTS / ENTRIES[name]), encoding="utf-8")
    process = run("--check", str(script))
    assert process.returncode == 0, process.stderr
    assert not re.search(r"^\s*(import|export)\b", script.read_text(encoding="utf-8"), re.MULTILINE)


def test_imports_come_first_and_once(tmp_path: Path) -> None:
    write(tmp_path, a='import {\n  b,\n} from "./b.js";\nimport { c } from "./c.js";\nb(c);\n')
    write(tmp_path, b='import { c } from "./c.js";\n/** Doc. */\nexport function b() { return c; } // kept\n')
    write(tmp_path, c="// gone\nexport const c = 1;\n")
    assert join(tmp_path / "docs" / "scripts" / "a.js") == (
        '(() => {\n"use strict";\nconst c = 1;\nfunction b() { return c; }\n\nb(c);})();\n'
    )


def test_breaks_and_comments_that_mean_nothing_are_left_out(tmp_path: Path) -> None:
    write(
        tmp_path, a='const a = [\n  1,\n  2,\n]; // "gone"\nconst b = a\n  .map(String);\nb("//x", // "kept"\n  1);\n'
    )
    assert join(tmp_path / "docs" / "scripts" / "a.js") == (
        '(() => {\n"use strict";\nconst a = [1,2,];const b = a.map(String);b("//x", // "kept"\n1);})();\n'
    )


def write(folder: Path, **modules: str) -> None:
    (folder / "docs" / "scripts").mkdir(parents=True, exist_ok=True)
    for name, text in modules.items():
        (folder / "docs" / "scripts" / f"{name}.js").write_text(text, encoding="utf-8")


WRONG = {
    "a default export": (
        "\nexport default 1;\n",
        "",
        r"a\.js:2: 'export default 1;' cannot be joined; use named imports",
    ),
    "a list of exports": ("const x = 1;\nexport { x };\n", "", r"a\.js:2: 'export \{ x \};' cannot be joined"),
    "an import of everything": ('import * as b from "./b.js";\n', "", r"a\.js:1: .* cannot be joined"),
    "an import under another name": (
        'import { b as c } from "./b.js";\n',
        "export const b = 1;\n",
        r"a\.js:1: .* cannot be joined",
    ),
    "an import of a package": ('import { b } from "b";\n', "", r"a\.js:1: .* cannot be joined"),
    "a missing module": ('\n\nimport { c } from "./c.js";\n', "", r"a\.js:3: c\.js cannot be read; mend the import"),
    "a name twice": (
        'import { b } from "./b.js";\nfunction x() {}\n',
        "export const b = 1;\nlet x = 2;\n",
        r"a\.js:2: x is also the name of something at docs/scripts/b\.js:2; rename one",
    ),
    "a circle": ('import { b } from "./b.js";\n', '\nimport { a } from "./a.js";\n', r"b\.js:2: imports in a circle"),
}


@pytest.mark.parametrize(("a", "b", "message"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_joined_is_located(tmp_path: Path, a: str, b: str, message: str) -> None:
    write(tmp_path, a=a, b=b)
    with pytest.raises(ScriptError, match=rf"^docs/scripts/{message}"):
        join(tmp_path / "docs" / "scripts" / "a.js")


def package_file(name: str) -> Callable[[], bytes]:
    return (NODE / "node_modules" / name).read_bytes


PUBLISHED = {
    "minisearch-7.2.0.js": package_file("minisearch/dist/umd/index.js"),
    "minisearch-7.2.0.LICENSE.txt": package_file("minisearch/LICENSE.txt"),
}


def test_vendored_files_are_those_that_are_published() -> None:
    assert sorted(PUBLISHED) == sorted(path.name for path in VENDORED.iterdir())
    assert {name: (VENDORED / name).read_bytes() == read() for name, read in PUBLISHED.items()} == dict.fromkeys(
        PUBLISHED, True
    )
    package = json.loads((NODE / "node_modules" / "minisearch" / "package.json").read_text(encoding="utf-8"))
    assert package["version"] == "7.2.0"


def test_scripts_make_no_markup_of_texts() -> None:
    risky = re.compile(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc)")
    assert not [path.name for path in MODULES if risky.search(path.read_text(encoding="utf-8"))]
