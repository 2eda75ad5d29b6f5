"""The sections that pages of assigned codes keep for good, because bug reports link to them."""

from __future__ import annotations

from closecodes.model import Registry
from closecodes.pages.libraries import names

ALWAYS = "meaning causes what-to-do sending implementations see-also references".split()


def fixed_anchors(registry: Registry, number: int) -> list[str]:
    """The anchors of a code's page.  A newly registered code has no name in any library yet, and no service uses it."""
    named = any(number in names(registry, library) for library in registry.libraries)
    used = number in registry.uses_by_number
    return ALWAYS + ["libraries"] * named + ["services"] * used
