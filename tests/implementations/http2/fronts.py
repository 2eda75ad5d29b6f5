"""The servers and proxies that are asked for a WebSocket over HTTP/2, with the smallest configuration that might do."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..pair import HERE as HARNESS
from ..pair import node_program, python_program, upstream_version
from ..proxy_programs import filled, found, free_port, listens

HERE = Path(__file__).resolve().parent
START = 60.0
"""How many seconds a program may take to start, while the machine is busy."""


class Talker:
    """A program that writes JSON lines, the first of them when it is up."""

    def __init__(self, *command: str) -> None:
        self._process = subprocess.Popen(
            command, cwd=HARNESS, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._lines: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.first = self.hear(START)

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(json.loads(line))

    def hear(self, patience: float) -> dict[str, Any]:
        """The next line.  Raises `queue.Empty` when none comes in time."""
        return self._lines.get(timeout=patience)

    def heard_of(self, path: str, patience: float) -> dict[str, Any]:
        """What the lines about one path say together, until the connection has ended or patience has."""
        deadline, heard = time.monotonic() + patience, dict[str, Any]()
        while "code" not in heard and (left := deadline - time.monotonic()) > 0:
            try:
                line = self.hear(left)
            except queue.Empty:
                break
            if line.get("path") == path:
                heard |= line
        return heard

    def ask(self, question: dict[str, Any], patience: float) -> dict[str, Any]:
        """Write one line and hear the next."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self.hear(patience)

    def stop(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()


@dataclass(frozen=True)
class Kind:
    """A proxy: Debian's package, its program, and its configuration with words in capitals to fill in."""

    package: str
    program: str
    configuration: str
    command: tuple[str, ...]


PROXIES = {
    "HAProxy": Kind(
        package="haproxy",
        program="haproxy",
        configuration="""defaults
  mode http
  timeout connect 5s
  timeout client 50s
  timeout server 50s
  timeout tunnel 1h
listen all
  bind 127.0.0.1:PORT ssl crt FOLDER/both.pem alpn h2,http/1.1
  server upstream 127.0.0.1:UPSTREAM
""",
        command=("haproxy", "-f", "FILE"),
    ),
    "Apache httpd": Kind(
        package="apache2",
        program="apache2",
        configuration="".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
            for name in ("mpm_event", "authz_core", "ssl", "http2", "proxy", "proxy_http", "proxy_wstunnel")
        )
        + """ServerRoot FOLDER
ServerName localhost
PidFile FOLDER/pid
ErrorLog FOLDER/log
DefaultRuntimeDir FOLDER
Mutex file:FOLDER
User www-data
Group www-data
Listen 127.0.0.1:PORT
Protocols h2 http/1.1
H2WebSockets on
SSLEngine on
SSLCertificateFile FOLDER/certificate.pem
SSLCertificateKeyFile FOLDER/key.pem
ProxyPass / http://127.0.0.1:UPSTREAM/ upgrade=websocket
""",
        command=("apache2", "-f", "FILE", "-D", "FOREGROUND"),
    ),
    "nghttpx": Kind(
        package="nghttp2-proxy",
        program="nghttpx",
        configuration="""frontend=127.0.0.1,PORT
backend=127.0.0.1,UPSTREAM;;proto=http/1.1
private-key-file=FOLDER/key.pem
certificate-file=FOLDER/certificate.pem
workers=1
""",
        command=("nghttpx", "--conf=FILE", "--no-ocsp"),
    ),
    "Caddy": Kind(
        package="caddy",
        program="caddy",
        configuration="""{
  admin off
  auto_https off
}
https://localhost:PORT {
  tls FOLDER/certificate.pem FOLDER/key.pem
  reverse_proxy 127.0.0.1:UPSTREAM
}
""",
        command=("caddy", "run", "--adapter", "caddyfile", "--config", "FILE"),
    ),
    "nginx": Kind(
        package="nginx",
        program="nginx",
        configuration="""daemon off;
pid FOLDER/pid;
error_log FOLDER/log;
events {}
http {
  access_log off;
  client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy; fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
  server {
    listen 127.0.0.1:PORT ssl http2;
    ssl_certificate FOLDER/certificate.pem;
    ssl_certificate_key FOLDER/key.pem;
    location / {
      proxy_pass http://127.0.0.1:UPSTREAM;
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection upgrade;
    }
  }
}
""",
        command=("nginx", "-e", "FOLDER/log", "-c", "FILE"),
    ),
    "h2o": Kind(
        package="h2o",
        program="h2o",
        configuration="""proxy.websocket: ON
hosts:
  default:
    listen:
      host: 127.0.0.1
      port: PORT
      ssl: {certificate-file: FOLDER/certificate.pem, key-file: FOLDER/key.pem}
    paths:
      /: {proxy.reverse.url: "http://127.0.0.1:UPSTREAM/"}
""",
        command=("h2o", "-c", "FILE"),
    ),
}


class Front:
    """What listens with TLS, and who hears what the server saw."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._stack = ExitStack()
        key, certificate = str(folder / "key.pem"), str(folder / "certificate.pem")
        if name == "Node.js":
            self.server = Talker(node_program(), "http2/server.mjs", "h2", key, certificate)
        elif name == "Hypercorn":
            self.server = Talker(python_program(), "http2/asgi_server.py", key, certificate)
        else:
            self.server = Talker(node_program(), "http2/server.mjs", "h1")
        self._stack.callback(self.server.stop)
        self.port, self.version = int(self.server.first["port"]), str(self.server.first["version"])
        if name in PROXIES:
            self.port, self.version = (
                self._proxy(PROXIES[name], folder, self.port),
                upstream_version(PROXIES[name].package),
            )

    def _proxy(self, kind: Kind, folder: Path, upstream: int) -> int:
        port = free_port()
        words = {
            "FOLDER": str(folder),
            "FILE": str(folder / "configuration"),
            "PORT": str(port),
            "UPSTREAM": str(upstream),
        }
        Path(words["FILE"]).write_text(filled(kind.configuration, words), encoding="utf-8")
        command = [found(kind.program) or kind.program, *(filled(part, words) for part in kind.command[1:])]
        said = self._stack.enter_context((folder / "said").open("w+"))
        process = subprocess.Popen(command, stdout=said, stderr=said)
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)
        deadline = time.monotonic() + START
        while not listens(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise OSError(f"{kind.program} did not start: {(folder / 'said').read_text()[-500:]}")
            time.sleep(0.05)
        return port

    def stop(self) -> None:
        """End it."""
        self._stack.close()


def certificates(folder: Path) -> None:
    """A key and a certificate that nobody vouches for."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "7",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr,
    )  # fmt: skip
    (folder / "both.pem").write_bytes(certificate.read_bytes() + key.read_bytes())
    for path in folder.iterdir():
        path.chmod(0o644)  # proxies read them as users of their own
