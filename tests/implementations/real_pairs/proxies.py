"""Proxies between client and server: Debian's packages, each with the smallest configuration that upgrades."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from implementations.proxy_programs import PATH, filled, found, free_port, listens
from support import debian

from .program import NotStarted, family_of, send_signal

IDLE, SHORT = 60, 3
"""The idle timer in seconds, and the one in runs that are about it.

The defaults are 60 s (nginx), 50 s (HAProxy in Debian's file) and 300 s (Apache).
"""

START = 30.0


@dataclass(frozen=True)
class Kind:
    """How a proxy is installed, configured, started and told to read its configuration again."""

    package: str
    program: str
    configuration: str
    command: tuple[str, ...]
    reload: int | tuple[str, ...]
    version: tuple[str, ...]


_APACHE_MODULES = "".join(
    f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
    for name in ("mpm_event", "authz_core", "proxy", "proxy_http", "proxy_wstunnel")
)

KINDS: dict[str, Kind] = {
    "nginx": Kind(
        package="nginx",
        program="nginx",
        configuration="""daemon off;
worker_processes 1;
pid FOLDER/pid;
error_log FOLDER/log;
events {}
http {
  access_log off;
  client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy; fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
  server {
    listen 127.0.0.1:PORT;
    location / {
      proxy_pass http://127.0.0.1:UPSTREAM;
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection upgrade;
      proxy_read_timeout IDLEs;
    }
  }
}
""",
        command=("nginx", "-e", "FOLDER/log", "-c", "FILE"),
        reload=signal.SIGHUP,
        version=("nginx", "-v"),
    ),
    "haproxy": Kind(
        package="haproxy",
        program="haproxy",
        configuration="""defaults
  mode http
  timeout connect 5s
  timeout client 50s
  timeout server 50s
  timeout tunnel IDLEs
listen all
  bind 127.0.0.1:PORT
  server upstream 127.0.0.1:UPSTREAM
""",
        command=("haproxy", "-W", "-f", "FILE"),
        reload=signal.SIGUSR2,
        version=("haproxy", "-v"),
    ),
    "apache-httpd": Kind(
        package="apache2",
        program="apache2",
        configuration=_APACHE_MODULES
        + """ServerRoot FOLDER
ServerName localhost
PidFile FOLDER/pid
ErrorLog FOLDER/log
DefaultRuntimeDir FOLDER
Mutex file:FOLDER
User www-data
Group www-data
Listen 127.0.0.1:PORT
Timeout IDLE
ProxyTimeout IDLE
ProxyPass / http://127.0.0.1:UPSTREAM/ upgrade=websocket
""",
        command=("apache2", "-f", "FILE", "-D", "FOREGROUND"),
        reload=signal.SIGUSR1,
        version=("apache2", "-v"),
    ),
    "caddy": Kind(
        package="caddy",
        program="caddy",
        configuration="""{
  admin 127.0.0.1:ADMIN
}
http://127.0.0.1:PORT {
  reverse_proxy 127.0.0.1:UPSTREAM
}
""",
        command=("caddy", "run", "--adapter", "caddyfile", "--config", "FILE"),
        reload=(
            "caddy",
            "reload",
            "--force",
            "--adapter",
            "caddyfile",
            "--config",
            "FILE",
            "--address",
            "127.0.0.1:ADMIN",
        ),
        version=("caddy", "version"),
    ),
}


def install(ids: list[str]) -> dict[str, str]:
    """Install the Debian packages that are missing; gives those that cannot be had here, with the reason."""
    debian.install(KINDS[id].package for id in ids if not found(KINDS[id].program))
    return {id: f"apt-get install {KINDS[id].package}" for id in ids if not found(KINDS[id].program)}


def version(id: str) -> str:
    """The Debian version of the package, which names the proxy's own."""
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", KINDS[id].package], capture_output=True, text=True, check=True
    )
    return done.stdout.partition("-")[0]


class Proxy:
    """A running proxy."""

    def __init__(self, kind: Kind, upstream: int, idle: int) -> None:
        self._kind = kind
        self._folder = tempfile.mkdtemp(prefix="proxy-")
        Path(self._folder).chmod(0o755)
        self._family: list[int] = []
        self.port = free_port()
        self._words = {
            "FOLDER": self._folder, "FILE": f"{self._folder}/configuration", "PORT": str(self.port),
            "UPSTREAM": str(upstream), "IDLE": str(idle), "ADMIN": str(free_port()),
        }  # fmt: skip

    def _filled(self, text: str) -> str:
        return filled(text, self._words)

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "PATH": PATH, "HOME": self._folder}

    async def start(self) -> None:
        """Start and wait until it listens.  Raises `NotStarted` when it does not."""
        Path(self._words["FILE"]).write_text(self._filled(self._kind.configuration), encoding="utf-8")
        with Path(self._folder, "said").open("wb") as said:
            self._process = await asyncio.create_subprocess_exec(
                *map(self._filled, self._kind.command), env=self._environment(), stdout=said, stderr=said
            )
        if not await _until(lambda: listens(self.port), START):
            said_ = Path(f"{self._folder}/said").read_text(errors="replace")
            await self.stop()
            raise NotStarted(f"{self._kind.program} did not start: {said_[-1000:]}")

    def _is_ours(self, pid: int) -> bool:
        """Whether a process is still the proxy's; a worker may outlive the one that started it."""
        try:
            return Path(f"/proc/{pid}/comm").read_text().strip() == self._kind.program
        except OSError:
            return False

    def terminate(self) -> None:
        """Ask it to end: SIGTERM to its main process."""
        self._family = family_of(self._process.pid)
        self._process.send_signal(signal.SIGTERM)

    async def reload(self) -> None:
        """Have it read its configuration again."""
        self._family = family_of(self._process.pid)
        if isinstance(self._kind.reload, int):
            self._process.send_signal(self._kind.reload)
            return
        with Path(self._folder, "said").open("ab") as said:
            process = await asyncio.create_subprocess_exec(
                *map(self._filled, self._kind.reload), env=self._environment(), stdout=said, stderr=said
            )
        await process.wait()

    async def stop(self) -> None:
        """End it with all its processes, and remove its folder."""
        for pid in [*family_of(self._process.pid), *self._family]:  # parents first: they replace lost workers
            if self._is_ours(pid):
                send_signal(pid, signal.SIGKILL)
        await self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


async def start(id: str, upstream: int, idle: int) -> Proxy:
    """Start a proxy in front of a port; it gives up on a connection that is idle for so many seconds."""
    proxy = Proxy(KINDS[id], upstream, idle)
    await proxy.start()
    return proxy


async def _until(met: Callable[[], bool], patience: float) -> bool:
    deadline = time.monotonic() + patience
    while not met():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(0.05)
    return True
