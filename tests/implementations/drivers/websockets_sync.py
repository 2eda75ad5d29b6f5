"""websockets, threading API."""

from __future__ import annotations

import gc
import signal
import sys
import threading
import time

from websockets.exceptions import ConnectionClosed, ConnectionClosedOK
from websockets.sync.client import ClientConnection, connect
from websockets.sync.connection import Connection
from websockets.sync.server import ServerConnection, serve

from . import task as tasks
from .task import LIMIT, PING, Task


def follow(connection: Connection, task: Task) -> None:
    """Do what the task says and report."""
    if task.do == "close":
        close(connection, task)
    elif task.do == "raise":
        connection.recv()
        raise tasks.ApplicationError
    elif task.do == "wait":
        wait(connection, task)


def close(connection: Connection, task: Task) -> None:
    """Close and report what the connection says afterwards."""
    try:
        connection.close(**task.arguments)
    except Exception as error:
        tasks.refused(task, error)
        connection.socket.close()
    else:
        tasks.saw(task, code=connection.close_code, reason=connection.close_reason)


def wait(connection: Connection, task: Task) -> None:
    """Receive until the connection is closed and report how."""
    try:
        while True:
            connection.recv()
    except ConnectionClosed as error:
        tasks.saw(task, code=connection.close_code, reason=connection.close_reason,
                  clean=isinstance(error, ConnectionClosedOK), text=tasks.text(error))  # fmt: skip


def client(task: Task) -> None:
    """One connection as a client."""
    connection = connect(task.url, max_size=LIMIT, compression=None, proxy=None, ping_interval=PING, ping_timeout=PING)
    if task.do == "drop":
        del connection
        gc.collect()
        time.sleep(1)
        tasks.nothing(task)
    elif task.do == "exit":
        tasks.leave_process()
    else:
        in_scope(connection, task)


def in_scope(connection: ClientConnection, task: Task) -> None:
    """Use the connection as a context manager, and report its code when that ended it."""
    try:
        with connection:
            follow(connection, task)
    except tasks.ApplicationError:
        pass
    if task.do in ("raise", "leave"):
        tasks.saw(task, code=connection.close_code)


def handler(connection: ServerConnection) -> None:
    """One connection as a server."""
    task = Task.from_path(connection.request.path)
    if task.do in ("raise", "return"):
        tasks.nothing(task)
    follow(connection, task)


def refuse(connection: ServerConnection, request: object) -> object:
    """Answer the handshake with 403 when the task says so."""
    return connection.respond(403, "no\n") if Task.from_path(connection.request.path).do == "refuse" else None


def run_server() -> None:
    """Serve until told to stop."""
    sock = tasks.listener()
    sock.setblocking(True)
    with serve(handler, sock=sock, process_request=refuse, max_size=LIMIT, compression=None,
               ping_interval=PING, ping_timeout=PING) as server:  # fmt: skip
        signal.signal(signal.SIGINT, lambda *_: threading.Thread(target=server.shutdown).start())
        tasks.ready("websockets", port=sock.getsockname()[1])
        server.serve_forever()


def run_client() -> None:
    """Do the tasks one after another."""
    tasks.ready("websockets")
    for task in tasks.tasks():
        client(task)


if __name__ == "__main__":
    run_server() if sys.argv[1] == "server" else run_client()
