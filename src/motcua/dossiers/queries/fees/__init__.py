"""What dossiers owe and why, as read."""
