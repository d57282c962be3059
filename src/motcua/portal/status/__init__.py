"""How the office is doing, told truly to everybody, also while its database is away."""
