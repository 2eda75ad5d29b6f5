"""A second hook, after the site's own: writes what that one generates as plain files into `plain/`."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Every generated page and file, below the copy of the hand-written ones."""
    plain = Path(config.config_file_path).parent / "plain"
    for file in files:
        if file.generated_by:
            path = plain / file.src_uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content_bytes)
