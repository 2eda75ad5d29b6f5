"""Runs Python and Node blocks, each with its exercise, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from .blocks import PUBLIC_ADDRESS, Block

SECONDS = 60


def script_of(block: Block, peer: str) -> str:
    """The block with the peer's address in place of the public one, then its exercise."""
    text = block.text.replace(PUBLIC_ADDRESS, peer)
    return f"{text}\n{block.exercise.read_text('utf-8')}"


def run_process(block: Block, peer: str) -> subprocess.CompletedProcess[str]:
    """Run a Python or Node block; a missing interpreter raises FileNotFoundError and so fails the test."""
    command = [sys.executable, "-"] if block.kind == "python" else [node(), "--input-type=module", "-"]
    return subprocess.run(
        command,
        input=script_of(block, peer),
        env={**os.environ, "PEER": peer, "NO_PROXY": "*"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def node() -> str:
    """The path of Node."""
    path = shutil.which("node")
    if path is None:
        raise FileNotFoundError("node is not installed; the guides' Node snippets cannot be tested without it")
    return path
