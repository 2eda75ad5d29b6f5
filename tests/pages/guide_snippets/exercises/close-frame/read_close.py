assert read_close(bytes.fromhex("880503e8627965")) == (1000, "bye")
assert read_close(bytes.fromhex("888237fa213d3412")) == (1000, "")  # the client's frame in the picture
assert read_close(bytes.fromhex("880203e8")) == (1000, "")
assert read_close(bytes.fromhex("8800")) == (1005, "")
assert read_close(bytes.fromhex("888001020304")) == (1005, "")
assert read_close(b"\x88\x7d\x0f\xa0" + b"x" * 123) == (4000, "x" * 123)

for broken in ["", "88", "880103", "880203", "880203e800", "810203e8", "080203e8", "887e007e03e8", "880303e8ff"]:
    try:
        read_close(bytes.fromhex(broken))
    except ValueError:
        continue
    raise AssertionError(f"{broken} should be refused")
