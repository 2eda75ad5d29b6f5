"""wsproto (a protocol without I/O) on a blocking socket, used as its documentation shows."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Event, Ping, Request

from . import task as tasks
from .task import Task

PATIENCE = tasks.LONGER


def follow(sock: socket.socket, connection: WSConnection, events: list[Event], task: Task) -> None:
    """Do what the task says, answer events (`events` came with the handshake), and report the close event."""
    if task.do == "close":
        try:
            sock.sendall(connection.send(close_event(task)))
        except Exception as error:
            tasks.refused(task, error)
            return
    try:
        close = next_close(sock, connection, events)
        tasks.saw(task, code=close.code, reason=close.reason or "", text="event CloseConnection")
    except OSError as error:
        tasks.saw(task, text=f"socket {tasks.text(error)}")


def close_event(task: Task) -> CloseConnection:
    """The event of a close; its code is a required argument."""
    return CloseConnection(code=task.arguments.get("code"), reason=task.arguments.get("reason"))


def next_close(sock: socket.socket, connection: WSConnection, events: list[Event]) -> CloseConnection:
    """Read until a close event comes, and answer it when the connection still can."""
    while True:
        for event in events:
            if isinstance(event, CloseConnection):
                answer(sock, connection, event)
                return event
            if isinstance(event, Ping):
                sock.sendall(connection.send(event.response()))
        connection.receive_data(sock.recv(65536) or None)
        events = list(connection.events())


def answer(sock: socket.socket, connection: WSConnection, event: CloseConnection) -> None:
    """Send `event.response()`, as the documentation says."""
    with contextlib.suppress(Exception):  # after an abnormal end there is nothing to answer
        sock.sendall(connection.send(event.response()))


def handshake(sock: socket.socket, connection: WSConnection) -> list[Event]:
    """Read until the handshake is there; frames may have come with it."""
    while not (events := list(connection.events())):
        connection.receive_data(sock.recv(4096))
    return events


def client(task: Task) -> None:
    """One connection as a client."""
    port = int(task.url.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as sock:
        connection = WSConnection(ConnectionType.CLIENT)
        sock.sendall(connection.send(Request(host="127.0.0.1", target="/")))
        follow(sock, connection, handshake(sock, connection), task)


def server(sock: socket.socket) -> None:
    """One connection as a server."""
    with sock:
        sock.settimeout(PATIENCE)
        connection = WSConnection(ConnectionType.SERVER)
        request = handshake(sock, connection)[0]
        sock.sendall(connection.send(AcceptConnection()))
        follow(sock, connection, [], Task.from_path(request.target))


def run_server() -> None:
    """Serve until the process is ended."""
    sock = tasks.listener()
    sock.setblocking(True)
    tasks.ready("wsproto", port=sock.getsockname()[1])
    while True:
        threading.Thread(target=server, args=(sock.accept()[0],), daemon=True).start()


def run_client() -> None:
    """Do the tasks one after another."""
    tasks.ready("wsproto")
    for task in tasks.tasks():
        client(task)


if __name__ == "__main__":
    run_server() if sys.argv[1] == "server" else run_client()
