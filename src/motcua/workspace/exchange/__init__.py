"""The room of the exchange: other installations, how it stands with each, why a message is stuck."""
