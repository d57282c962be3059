"""What may be announced, and how availability is reckoned."""
