"""Paying without cash, as read: accounts, orders, money that came, lines of statements."""
