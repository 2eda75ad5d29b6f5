"""gevent-websocket behind gevent's WSGI server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gevent
from gevent.pywsgi import WSGIServer
from geventwebsocket.handler import WebSocketHandler

from . import task as tasks
from .task import Task

NAMES = {"code": "code", "reason": "message"}


def application(environment: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """One connection."""
    task = Task.from_path(f"?{environment['QUERY_STRING']}")
    connection = environment["wsgi.websocket"]
    if task.do == "close":
        try:
            connection.close(**{NAMES[name]: value for name, value in task.arguments.items()})
        except Exception as error:
            tasks.refused(task, error)
        else:
            tasks.saw(task, text="close() returned")
    elif task.do == "return":
        tasks.nothing(task)
    else:
        receive(connection, task)
    return []


def receive(connection: Any, task: Task) -> None:
    """Receive until the end, which comes without a code."""
    try:
        while connection.receive() is not None:
            if task.do == "raise":
                raise tasks.ApplicationError
        tasks.saw(task, text="receive() gave None")
    except tasks.ApplicationError:
        tasks.nothing(task)
        raise
    except Exception as error:
        tasks.saw(task, text=tasks.text(error))
        raise


gevent.get_hub().NOT_ERROR += (Exception,)
server = WSGIServer(("127.0.0.1", 0), application, handler_class=WebSocketHandler, log=None, error_log=None)
server.start()
tasks.ready("gevent-websocket", "gevent", port=server.server_port)
server.serve_forever()
