"""A newly registered code, as CONTRIBUTING tells a contributor to add it, in a copy of the project."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = "data/iana/close-code-number.csv"
LEFT_OUT = {".git", ".venv", "node_modules", "site", "build", "dist", ".tools"}

ENTRY = """\
# yaml-language-server: $schema=../../schemas/code.schema.json
code: {number}
name: {name}
status: registered
defined_by: [iana]
summary: The {name} that a test made up.
sender: either
reconnect:
  verdict: back-off
  how: After a pause
  why: It passes.
  basis: inferred
  advised_by: our judgement
  cite: [iana]
meaning:
- text: The registry has the name `{name}`, and nobody uses it.
  cite: [iana]
causes:
- id: a-test
  cause: A test registered {number}
  check: Look for {number} in the log.
  fix: {{client: Wait., server: Say why.}}
sending:
  advice: Send it when a test asks for it.
  cite: [iana]
  reason: a test asked
symptoms: [{word} happened to us]
search: [{word}]
see_also: []
history:
- {{when: "{when}", what: Registered., cite: [iana]}}
verified: {when}
"""


@dataclass(frozen=True)
class Registered:
    """A code that IANA never saw; `word` leads to it in the search."""

    number: int
    name: str
    word: str

    def add_to(self, project: Path) -> None:
        """The row, the file and the change; the lists that grow are rewritten by the tests with `UPDATE=1`."""
        table = project / TABLE
        rows = [_divided(row, self) for row in table.read_text("utf-8").splitlines()]
        table.write_text("\n".join(rows) + "\n", "utf-8")
        changes = project / "data" / "changes.yml"
        when = re.findall(r'when: "(\d{4}-\d\d-\d\d)"', changes.read_text("utf-8"))[-1]  # no older than the newest
        entry = ENTRY.format(number=self.number, name=self.name, word=self.word, when=when)
        (project / "data" / "codes" / f"{self.number}.yml").write_text(entry, "utf-8")
        with changes.open("a", encoding="utf-8") as file:
            file.write(
                f'- id: iana-{self.number}\n  when: "{when}"\n  title: {self.number} {self.name} is registered\n'
                f"  text: A test registered [{self.number}].\n  codes: [{self.number}]\n  cite: [iana]\n"
            )


def _divided(row: str, code: Registered) -> str:
    """The row of the table that holds the number, as the rows before it, of it and after it."""
    numbers, _, rest = row.partition(",")
    first, _, last = numbers.partition("-")
    if not last or not int(first) <= code.number <= int(last):
        return row
    runs = [(int(first), code.number - 1), (code.number + 1, int(last))]
    before, after = (f"{a}-{b},{rest}" if a < b else f"{a},{rest}" if a == b else "" for a, b in runs)
    own = f"{code.number},{code.name},[Nobody],[https://example.org/{code.number}],"
    return "\n".join(line for line in (before, own, after) if line)


def copy_project(target: Path) -> Path:
    """The project's files as they are now, with the installed tools of this one."""
    shutil.copytree(ROOT, target, ignore=lambda _, names: LEFT_OUT & set(names), symlinks=True)
    modules = ROOT / "tests" / "node" / "node_modules"
    (target / "tests" / "node" / "node_modules").symlink_to(modules)
    for command in (["init", "--quiet"], ["add", "--all"]):  # some tests ask git for the files
        subprocess.run(["git", "-C", str(target), *command], check=True, timeout=60)
    return target
