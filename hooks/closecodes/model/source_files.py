"""Files that a command can open again, and what has to stand in them."""

from __future__ import annotations

from dataclasses import dataclass

from .scalars import Name, Verbatim


@dataclass(frozen=True, kw_only=True)
class SourceFiles:
    """Files that `make verify` opens again: of a repository, of a published package, or of both.

    `repository` is `owner/name` on GitHub, or the https address of another git repository, with the `commit` (40
    hexadecimal digits) or the `tag` that was read.  `package` is `ecosystem:name` with its `version`: pypi, npm and
    debian are fetched by their own clients; crates, maven, go, rubygems, packagist, hex and nuget only name what the
    repository holds.  `paths` are file names in it, in full, as the repository has them when there is one.
    """

    repository: Name | None = None
    commit: Name | None = None
    tag: Name | None = None
    package: Name | None = None
    version: Name | None = None
    paths: tuple[Name, ...]

    @property
    def shown(self) -> str:
        """The files as people read them: `owner/name: path, path`."""
        name = self.repository or f"{(self.package or '').partition(':')[2]} {self.version}"
        return f"{name}: {', '.join(self.paths)}"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A piece of a source file, letter by letter but for white space, which `make verify` looks for."""

    path: Name
    text: Verbatim
