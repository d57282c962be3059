"""What dossiers owe and why, by the acts of the page of fees."""
