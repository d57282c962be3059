"""What an installation may conclude from what another tells it: pure."""
