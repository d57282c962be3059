"""Pure rules of accounts: roles, passwords, sign-in, sessions, stand-ins."""
