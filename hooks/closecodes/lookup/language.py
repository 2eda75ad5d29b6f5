"""The vocabulary of the lookup: words that say nothing, and other forms of words in any language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("words.yml")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def entry() -> dict[str, Any]:
    """`stop`: words that say nothing; `forms`: an English word → its other forms in English."""
    words = _words()
    forms = {word: by_language["en"] for word, by_language in words["forms"].items() if "en" in by_language}
    return {"stop": " ".join(words["stop"].split()), "forms": forms}


def foreign() -> dict[str, str]:
    """An English word → its forms in all other languages together."""
    found = {word: _others(by_language) for word, by_language in _words()["forms"].items()}
    return {word: ",".join(forms) for word, forms in found.items() if forms}


def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=_Loader)
    return words


def _others(by_language: dict[str, str]) -> list[str]:
    listed = [form.strip() for code, forms in by_language.items() if code != "en" for form in forms.split(",")]
    return list(dict.fromkeys(listed))
