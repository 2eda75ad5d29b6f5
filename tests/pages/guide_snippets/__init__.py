"""What `test_guide_snippets.py` needs: the blocks of the guides, a peer to talk to, and ways to run them."""
