"""The parts of `make verify`: open the sources again, look for what we say of them, remember what was found."""
