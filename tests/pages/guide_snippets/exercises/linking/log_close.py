import io

stream = io.StringIO()
logging.basicConfig(stream=stream, format="%(message)s")
log_close(1006, "")
assert stream.getvalue() == "WebSocket closed: 1006 '', see https://example.com/1006/\n", stream.getvalue()
