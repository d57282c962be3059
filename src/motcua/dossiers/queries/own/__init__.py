"""What a citizen may ask of the register: his own dossiers, and what he declared in them."""
