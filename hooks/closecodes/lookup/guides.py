"""Guides and their sections as the lookup index holds them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..guides import Guide

WORDS_OF_A_SECTION = 24
"""So many words of a section's text are in the index: those that tell it from other sections."""

_WORD = re.compile(r"[a-z][a-z'_-]{2,}")


def entries(guides: Sequence[Guide]) -> list[dict[str, Any]]:
    """The guides, each with its sections: anchor, heading, what people ask, telling words, purposes."""
    texts = [Counter(_WORD.findall(section.text.lower())) for guide in guides for section in guide.sections]
    uses = Counter(word for words in texts for word in words)
    rest = iter(texts)
    return [
        {
            "p": guide.path,
            "t": guide.title,
            "k": list(guide.keywords),
            "l": guide.line,
            "s": [
                [s.anchor, s.heading, list(s.keywords), _telling(next(rest), uses, len(texts)), ";".join(s.purposes)]
                for s in guide.sections
            ],
        }
        for guide in guides
    ]


def _telling(words: Counter[str], uses: Counter[str], sections: int) -> str:
    """The words of a section that are frequent in it and rare in others."""
    worth = {word: (1 + math.log(count)) * math.log(sections / uses[word]) for word, count in words.items()}
    best = sorted(worth, key=lambda word: (-worth[word], word))[:WORDS_OF_A_SECTION]
    return " ".join(sorted(best))
