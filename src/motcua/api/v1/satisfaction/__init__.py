"""How satisfied citizens are: aggregates only."""
