"""What the site offers to be taken away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Download:
    """A file in `downloads/` of the site: its name and its size in bytes."""

    name: str
    size: int

    @property
    def weight(self) -> str:
        """The size as people read it, such as 1.4 MB."""
        return f"{self.size / 1e6:.1f} MB" if self.size >= 1e6 else f"{max(self.size // 1000, 1)} kB"
