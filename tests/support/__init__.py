"""What several tests share: building, serving, asking, damaging."""
