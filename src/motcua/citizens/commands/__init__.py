"""Changes to citizens' accounts, each with its fact."""
