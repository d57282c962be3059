"""What is asked of others: the provider of the national identity."""
