"""Officers, what they hold, their accounts: the pages of an administrator and of those who look."""
