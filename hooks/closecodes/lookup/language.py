"""The vocabulary of the lookup: words that say nothing, and other forms of words in any language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("words.yml")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def entry() -> dict[str, Any]:
    """`stop`: words that say nothing; `forms`: an English word → its other forms, all languages together."""
    words = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=_Loader)
    forms = {word: ",".join(_flat(by_language)) for word, by_language in words["forms"].items()}
    return {"stop": " ".join(words["stop"].split()), "forms": forms}


def _flat(by_language: dict[str, str]) -> list[str]:
    listed = [form.strip() for forms in by_language.values() for form in forms.split(",")]
    return list(dict.fromkeys(listed))
