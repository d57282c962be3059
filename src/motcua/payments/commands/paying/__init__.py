"""Acts of paying without cash: orders, messages of gateways, money booked, statements."""
