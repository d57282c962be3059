"""What reports are made of, without a table: definitions, arithmetic, periods."""
