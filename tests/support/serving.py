"""A static web server on loopback, like the hosts that the site is published on."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".csv")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Compresses texts, answers unknown addresses with 404.html, and serves below `prefix`."""

    prefix = "/"

    def do_GET(self) -> None:
        if not self.path.startswith(self.prefix):
            return self._answer(404, b"outside of the site", "text/plain")
        path = self._file()
        if path is None:
            return self._answer(404, self._page_404(), "text/html")
        return self._answer(200, path.read_bytes(), self.guess_type(str(path)), path.suffix in _COMPRESSED)

    def _file(self) -> Path | None:
        root = Path(self.directory).resolve()
        asked = self.path.split("?")[0].split("#")[0][len(self.prefix) :]
        path = (root / asked).resolve()
        if path.is_dir():
            path = path / "index.html"
        return path if path.is_file() and path.is_relative_to(root) else None

    def _page_404(self) -> bytes:
        return (Path(self.directory) / "404.html").read_bytes()

    def _answer(self, status: int, body: bytes, kind: str, text: bool = True) -> None:
        if text and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 9, mtime=0)
            encoding = "gzip"
        else:
            encoding = ""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # the browser left
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder; gives the site's address, with a slash at the end."""
    handler = type("Handler", (_Handler,), {"prefix": prefix})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
