"""Small programs, one per implementation, that do what `run.py` tells them and say what they saw.

A client driver reads tasks from standard input, one JSON object per line; a server driver finds the
task in the path of each connection.  Both write JSON lines: first `{"version": ...}` (a server with
its `port`), then for each task `{"id": ..., "refused": ...}` or `{"id": ..., "app": {...}}`.
"""
