"""What the README tells a host to send is what `_headers` says."""

from __future__ import annotations

import re
from pathlib import Path

from closecodes.exports.discovery import FOREVER, HEADERS, headers

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```nginx\n(.*?)```", README, re.DOTALL)


def test_the_readme_has_one_configuration_for_nginx() -> None:
    assert len(BLOCKS) == 1
    assert BLOCKS[0].count("{") == BLOCKS[0].count("}")


def test_nginx_sends_the_headers_of_the_headers_file() -> None:
    lines = re.findall(r"^ *add_header ([\w-]+) (.*) always;$", BLOCKS[0], re.MULTILINE)
    assert {name: value.strip('"') for name, value in lines if not value.startswith("$")} == HEADERS


def test_nginx_keeps_and_shares_the_same_files() -> None:
    kept = re.findall(r'~\^/assets/\(([\w|]+)\)/ "([^"]+)";', BLOCKS[0])
    assert [(set(folders.split("|")), value) for folders, value in kept] == [({"stylesheets", "vendor"}, FOREVER)]
    listed = headers().text
    assert set(re.findall(r"/assets/(\w+)/\*\n  Cache-Control: ", listed)) == {"stylesheets", "vendor"}
    assert re.search(r'map \$uri \$origin \{\s+~\^/api/ "\*";', BLOCKS[0])
    assert "/api/*\n  Access-Control-Allow-Origin: *" in listed
