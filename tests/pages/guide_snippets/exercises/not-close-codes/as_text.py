assert as_text(22373) == "We"
assert as_text(12592) == "10"
assert as_text(30568) == "wh"
assert as_text(1006) == "\x03\\xee"
assert (1000).to_bytes(2, "little") == (59395).to_bytes(2, "big")
assert chr(1006) == "Ϯ"
assert 66536 % 65536 == 1000
