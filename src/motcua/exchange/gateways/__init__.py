"""How another installation is reached."""
