"""The harness behind `data/measured/`: a raw-socket peer, the cases, and drivers for implementations."""
