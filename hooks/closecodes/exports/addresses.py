"""Addresses that hold everywhere: absolute, below the site's own address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from ..links import Links

EXAMPLE = "https://close-codes.example/"
"""What hand-written pages write where a reader should see the site's own address."""


@dataclass(frozen=True)
class Addresses:
    """Where the published site is; `site_url` ends with a slash."""

    site_url: str

    @property
    def is_public(self) -> bool:
        """Whether others can open the site there."""
        return urlsplit(self.site_url).hostname not in (None, "localhost", "127.0.0.1", "0.0.0.0", "::1")

    def page(self, name: str) -> str:
        """The address of a page such as `1006` or `services/index`."""
        return self.site_url + Links(directories=True).url(name)

    def named(self, text: str) -> str:
        """A hand-written text with the site's address in the place of the example's."""
        return text.replace(EXAMPLE, self.site_url)

    def file(self, path: str) -> str:
        """The address of a file such as `feed.xml`."""
        return self.site_url + path
