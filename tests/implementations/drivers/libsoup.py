"""libsoup 3 through GObject introspection, client."""

from __future__ import annotations

import gc
import json
import sys
from typing import Any

import gi

gi.require_version("Soup", "3.0")
from gi.repository import Gio, GLib, Soup  # noqa: E402 - after the version is chosen

from . import task as tasks  # noqa: E402
from .task import LIMIT, PING, Task  # noqa: E402

NO_STATUS = 1005  # SOUP_WEBSOCKET_CLOSE_NO_STATUS, by which its close call is told to send no code
session = Soup.Session()
loop = GLib.MainLoop()
kept: dict[str, Any] = {}


def opened(_: object, result: Gio.AsyncResult, task: Task) -> None:
    """Do what the task says to an open connection."""
    connection = session.websocket_connect_finish(result)
    if task.do == "exit":
        tasks.leave_process()
    if task.do == "drop":
        del connection
        gc.collect()
        GLib.timeout_add(1000, lambda: tasks.nothing(task))
        return
    kept[task.id] = connection
    errors: list[str] = []
    connection.set_max_incoming_payload_size(LIMIT)
    if PING:
        connection.set_keepalive_interval(1)  # whole seconds
    connection.connect("error", lambda _, error: errors.append(f"error({error.message})"))
    connection.connect("message", lambda *_: received(task))
    connection.connect("closed", lambda _: closed(connection, task, errors))
    if task.do == "close":
        code, reason = task.arguments.get("code", NO_STATUS), task.arguments.get("reason")
        try:
            connection.close(code, reason)
        except Exception as error:
            tasks.refused(task, error)


def received(task: Task) -> None:
    """A message came."""
    if task.do == "raise":
        raise tasks.ApplicationError


def closed(connection: Any, task: Task, errors: list[str]) -> None:
    """Report what the connection says afterwards."""
    text = " ".join([*errors, "closed"])
    tasks.saw(task, code=connection.get_close_code(), reason=connection.get_close_data() or "", text=text)


def readable(stdin: Any, _: GLib.IOCondition) -> bool:
    """Start the next task; the end of input ends the program."""
    line = stdin.readline()
    if not line:
        loop.quit()
        return False
    task = Task(**json.loads(line))
    message = Soup.Message.new("GET", task.url)
    session.websocket_connect_async(message, None, [], GLib.PRIORITY_DEFAULT, None, opened, task)
    return True


stdin = open(0, "rb", buffering=0)  # noqa: SIM115 - unbuffered: the loop knows nothing of lines read ahead
GLib.io_add_watch(stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, readable)
version = f"{Soup.get_major_version()}.{Soup.get_minor_version()}.{Soup.get_micro_version()}"
tasks.say(version=version, using=[], port=None)
loop.run()
sys.exit()
