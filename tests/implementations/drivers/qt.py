"""Qt WebSockets through PySide6, client."""

from __future__ import annotations

import gc
import json
import sys

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer, QUrl
from PySide6.QtWebSockets import QWebSocket, QWebSocketProtocol

from . import task as tasks
from .task import LIMIT, Task

kept: dict[str, QWebSocket] = {}


def close(connection: QWebSocket, task: Task) -> None:
    """Close with what the task gives."""
    code, reason = task.arguments.get("code"), task.arguments.get("reason")
    try:
        if code is None and reason is None:
            connection.close()
        else:
            number = (
                QWebSocketProtocol.CloseCode.CloseCodeNormal if code is None else QWebSocketProtocol.CloseCode(code)
            )
            connection.close(number, reason or "")
    except Exception as error:
        tasks.refused(task, error)
        connection.abort()


def client(task: Task) -> None:
    """One connection."""
    connection = QWebSocket()
    connection.setMaxAllowedIncomingMessageSize(LIMIT)
    connection.setMaxAllowedIncomingFrameSize(LIMIT)
    kept[task.id] = connection
    errors: list[str] = []

    def opened() -> None:
        if task.do == "close":
            close(connection, task)
        elif task.do == "exit":
            QCoreApplication.quit()

    def received(_: str) -> None:
        if task.do == "raise":
            raise tasks.ApplicationError

    def ended() -> None:
        code = connection.closeCode()
        number = getattr(code, "value", code)
        tasks.saw(task, code=number, reason=connection.closeReason(), text=" ".join([*errors, "disconnected"]))

    if task.do != "drop":
        connection.connected.connect(opened)
        connection.textMessageReceived.connect(received)
        connection.errorOccurred.connect(lambda error: errors.append(f"{error.name}({connection.errorString()})"))
        connection.disconnected.connect(ended)
    else:
        QTimer.singleShot(200, lambda: drop(task))
    connection.open(QUrl(task.url))


def drop(task: Task) -> None:
    """Forget the only reference to an open connection."""
    del kept[task.id]
    gc.collect()
    QTimer.singleShot(1000, lambda: tasks.nothing(task))


def read() -> None:
    """Start the next task; the end of input ends the program."""
    line = stdin.readline()
    if line:
        client(Task(**json.loads(line)))
    else:
        QCoreApplication.quit()


app = QCoreApplication([])
stdin = open(0, "rb", buffering=0)  # noqa: SIM115 - unbuffered: the notifier knows nothing of lines read ahead
notifier = QSocketNotifier(stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(read)
tasks.say(version=QtCore.qVersion(), using=[f"PySide6 {QtCore.__version__}"], port=None)
sys.exit(app.exec())
