"""What the README tells a host to send is what `_headers` says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from closecodes.exports.discovery import FOREVER, HEADERS, headers

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
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


@pytest.mark.parametrize(
    ("uri", "refused"),
    [
        ("/1006/", False),
        ("/1006//", True),
        ("//1006/", True),
        ("/1006/%2f", True),
        ("/%2F%2fexample.org", True),
        ("/?q=wss://example.org/", False),
        ("/guide/proxies/?a=b//c", False),
    ],
)
def test_nginx_gives_a_page_one_address(uri: str, refused: bool) -> None:
    [pattern] = re.findall(r'if \(\$request_uri ~\* "([^"]+)"\) \{ return 404; \}', BLOCKS[0])
    assert bool(re.search(pattern, uri, re.IGNORECASE)) is refused


def test_the_readme_says_which_browsers_the_styles_need() -> None:
    """The newest of what the styles use; who uses something newer has to say so there."""
    styles = "".join(path.read_text("utf-8") for path in (ROOT / "docs" / "styles").glob("*.css"))
    needs = README.partition("## What readers need")[2].partition("## ")[0]
    assert "light-dark(" in styles
    assert all(word in needs for word in ("`light-dark()`", "Chrome", "Edge", "Firefox", "Safari", "JavaScript"))
