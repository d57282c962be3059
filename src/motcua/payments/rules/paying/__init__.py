"""Paying without cash: numbers of orders, their life, what money does when it comes. Pure."""
