"""What changes partners and messages: each one transaction."""
