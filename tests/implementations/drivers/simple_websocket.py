"""simple-websocket, client; and the server that Flask-Sock makes of it, on Werkzeug's development server."""

from __future__ import annotations

import gc
import json
import logging
import sys
import threading
import time

import simple_websocket
from simple_websocket import ConnectionClosed

from . import task as tasks
from .task import LIMIT, PING, Task

OPTIONS = {"max_message_size": LIMIT, **({"ping_interval": PING} if PING else {})}
NAMES = {"code": "reason", "reason": "message"}
"""How its close call names them."""


def follow(connection: simple_websocket.Base, task: Task) -> None:
    """Do what the task says and report."""
    if task.do == "close":
        try:
            connection.close(**{NAMES[name]: value for name, value in task.arguments.items()})
        except Exception as error:
            tasks.refused(task, error)
            return
    try:
        while True:
            connection.receive()
            if task.do == "raise":
                raise tasks.ApplicationError
    except ConnectionClosed as error:
        tasks.saw(task, code=error.reason, reason=error.message or "", text=tasks.text(error))


def client(task: Task) -> None:
    """One connection as a client."""
    connection = simple_websocket.Client.connect(task.url, **OPTIONS)
    if task.do == "drop":
        del connection
        gc.collect()
        time.sleep(1)
        tasks.nothing(task)
    elif task.do == "exit":
        tasks.leave_process()
    else:
        follow(connection, task)


def run_client() -> None:
    """Do each task in a thread of its own: `receive` waits without an end when it is told nothing."""
    tasks.ready("simple-websocket", "wsproto")
    for task in tasks.tasks():
        threading.Thread(target=client, args=(task,), daemon=True).start()


def run_server() -> None:
    """Serve with Flask-Sock until the process is ended."""
    from flask import Flask, request
    from flask_sock import Sock
    from werkzeug.serving import make_server

    app = Flask("measured")
    app.config["SOCK_SERVER_OPTIONS"] = OPTIONS

    @Sock(app).route("/")
    def handler(connection: simple_websocket.Server) -> None:
        task = Task(**json.loads(request.args["task"]))
        if task.do == "return":
            tasks.nothing(task)
        else:
            follow(connection, task)

    logging.disable(logging.CRITICAL)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    tasks.ready("flask-sock", "simple-websocket", "wsproto", "werkzeug", port=server.server_port)
    server.serve_forever()


if __name__ == "__main__":
    run_server() if sys.argv[1] == "server" else run_client()
